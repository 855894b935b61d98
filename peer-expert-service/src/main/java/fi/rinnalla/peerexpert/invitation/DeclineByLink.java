package fi.rinnalla.peerexpert.invitation;

import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.BySecret;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whoever has the link reads what they are asked, and can say no without a login. A yes wants a login: it is a contract. */
@RestController
class DeclineByLink {

    private static final String FOLDER = "/invitation";

    private final Invitations invitations;
    private final ReadInvitations reading;
    private final AnswerInvitation answering;
    private final BySecret bySecret;
    private final Pages pages = new Pages(FOLDER, "invitation");

    DeclineByLink(Invitations invitations, ReadInvitations reading, AnswerInvitation answering, BySecret bySecret) {
        this.invitations = invitations;
        this.reading = reading;
        this.answering = answering;
        this.bySecret = bySecret;
    }

    /** Of the page that a code opens. */
    static String path(String code) {
        return "/k/" + code;
    }

    @GetMapping("/k/{code}")
    ResponseEntity<String> read(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        return shown(code, Language.of(lang, preferred), invitation -> {});
    }

    @PostMapping("/k/{code}")
    ResponseEntity<String> decline(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        // Said twice, it is said once.
        return shown(code, Language.of(lang, preferred), invitation -> {
            if (invitation.state() == Invitation.State.SENT) {
                answering.decline(invitation.id());
            }
        });
    }

    private ResponseEntity<String> shown(String code, Language language, Consumer<Invitation> act) {
        return bySecret.open(
                        "invitation_organisation",
                        Secrets.hexHash(code),
                        () -> invitations.withCode(Secrets.hexHash(code)).map(invitation -> {
                            act.accept(invitation);
                            return values(invitations.get(invitation.id()), language);
                        }))
                .map(values -> pages.page(HttpStatus.OK, "invitation", language, values))
                .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "invitation", language, Map.of("unknown", true)));
    }

    private Map<String, Object> values(Invitation invitation, Language language) {
        var texts = language.texts(FOLDER);
        var task = reading.invited(invitation, language);
        var values = new HashMap<String, Object>();
        values.put(
                switch (invitation.state()) {
                    case WAITING, EXPIRED, WITHDRAWN -> "over";
                    case SENT -> "open";
                    case ACCEPTED -> "accepted";
                    case DECLINED -> "declined";
                },
                true);
        values.put("kind", texts.getProperty("kind." + slug(task.kind())));
        values.put("day", day(task.plannedOn()));
        values.put(
                "time",
                task.at() == null
                        ? ""
                        : "%d.%02d".formatted(task.at().getHour(), task.at().getMinute()));
        values.put("minutes", task.minutes());
        values.put("place", Optional.ofNullable(task.where().name()).orElse(""));
        values.put("remote", task.where().remote());
        values.put("briefing", Optional.ofNullable(task.briefing()).orElse(""));
        Optional.ofNullable(task.terms()).ifPresent(terms -> {
            values.put(
                    "pays",
                    texts.getProperty("pays." + slug(terms.compensation()))
                            .replace("{}", "%d,%02d".formatted(terms.cents() / 100, terms.cents() % 100)));
            values.put("travelPaid", terms.travelPaid());
            values.put("preparation", terms.preparationMinutes() + terms.debriefMinutes());
            values.put("benefitNote", Optional.ofNullable(terms.benefitNote()).orElse(""));
        });
        return values;
    }

    private static String slug(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String day(LocalDate day) {
        return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
    }
}
