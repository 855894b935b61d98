package fi.rinnalla.session.notebook;

import static fi.rinnalla.service.asking.UserRole.CLIENT;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.notebook.RewardScheme.Coin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The client designs the own way of rewarding, says what a step is worth, and takes the prize (P20). */
@RestController
class DesignRewards {

    private final Write write;
    private final Clock clock;

    DesignRewards(Write write, Clock clock) {
        this.write = write;
        this.clock = clock;
    }

    record Scheme(
            @Words(max = 40) String unit,

            @NotNull(message = "required") @Size(min = 1, max = 10, message = "1-to-10")
            List<@NotNull(message = "required") @Valid Coin> coins,

            @Words(max = 300) String prize,
            int price) {}

    record Priced(@Words(max = 40) String coin) {}

    @PostMapping("/api/v1/plans/{plan}/rewards")
    @AllowedTo(CLIENT)
    ResponseEntity<Void> design(@PathVariable("plan") UUID plan, @Valid @RequestBody Scheme scheme, Caller caller) {
        write.requireClient(plan, caller);
        return Answer.done(write.quietly(
                plan,
                caller,
                notebook -> notebook.design(new RewardScheme(
                        scheme.unit(),
                        scheme.coins(),
                        scheme.prize(),
                        scheme.price(),
                        notebook.rewards().map(RewardScheme::prizes).orElse(List.of())))));
    }

    @PostMapping("/api/v1/plans/{plan}/steps/{step}/coin")
    @AllowedTo(CLIENT)
    ResponseEntity<Void> price(
            @PathVariable("plan") UUID plan,
            @PathVariable UUID step,
            @Valid @RequestBody Priced priced,
            Caller caller) {
        write.requireClient(plan, caller);
        return Answer.done(write.quietly(plan, caller, notebook -> notebook.price(step, priced.coin())));
    }

    @PostMapping("/api/v1/plans/{plan}/rewards/prize")
    @AllowedTo(CLIENT)
    ResponseEntity<Void> takePrize(@PathVariable("plan") UUID plan, Caller caller) {
        write.requireClient(plan, caller);
        return Answer.done(write.saying(plan, caller, notebook -> notebook.takePrize(Helsinki.today(clock))));
    }
}
