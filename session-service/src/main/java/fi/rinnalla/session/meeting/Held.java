package fi.rinnalla.session.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.ClientStatement;
import fi.rinnalla.event.meeting.ClosingQuestion;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Place;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * How a meeting went.
 *
 * @param loggedAt when it was closed here; it may be later than the day it was held on
 * @param by       who held it, to whom the time is credited
 * @param spoken   what was said to the closing question; absent where the client does not want it written down
 */
record Held(
        LocalDate on,
        Instant loggedAt,
        String by,
        int actualMinutes,
        @Nullable Integer preparationMinutes,
        @Nullable Integer debriefMinutes,
        Role startedBy,
        Set<Role> roles,
        Channel channel,
        @Nullable Place place,
        @Nullable Boolean decisionMakerPresent,
        ClosingQuestion closingQuestion,
        @Nullable Spoken spoken,
        @Nullable NotAsked notAskedReason,
        @Nullable Statement clientStatement) {

    /**
     * The client's answer, talked through together. It belongs to the client relationship and is never counted together
     * with private answers.
     *
     * @param heard      "I was heard", 1 to 5
     * @param enoughTime "there was enough time", 1 to 5
     * @param whatElse   what else the client would have wished or liked to know
     */
    record Spoken(
            @Nullable Integer heard,
            @Nullable Integer enoughTime,
            @Words(optional = true) @Nullable String whatElse) {
        Spoken {
            requireScore("/spoken/heard", heard);
            requireScore("/spoken/enoughTime", enoughTime);
        }

        private static void requireScore(String pointer, @Nullable Integer score) {
            if (score != null && (score < 1 || score > 5)) {
                throw BadRequest.field(pointer, "1-to-5", "The scale is from 1 (not at all) to 5 (fully).");
            }
        }
    }

    /** What the client says in a network meeting, or that the client chose not to. */
    record Statement(@Words(optional = true) @Nullable String inOwnWords, boolean notWished) {}

    /** Why the closing question was not asked. */
    enum NotAsked {
        @JsonProperty("no-client-present")
        NO_CLIENT_PRESENT,
        @JsonProperty("client-left")
        CLIENT_LEFT,
        @JsonProperty("no-time")
        NO_TIME,
        @JsonProperty("did-not-suit")
        DID_NOT_SUIT,
        @JsonProperty("forgotten")
        FORGOTTEN
    }

    private record Broken(BadRequest.Fault fault, String detail) {}

    /** What must hold before a meeting may be closed; each names the field and says what to do. */
    private static final List<BiFunction<MeetingKind, Held, Optional<Broken>>> RULES = List.of(
            Held::somebodyWasThere, Held::onlyAClientIsAsked, Held::notAskingHasAReason, Held::theClientIsHeardFirst);

    void check(MeetingKind kind) {
        Planned.requireMinutes("/actualMinutes", actualMinutes, 1);
        Stream.of(preparationMinutes, debriefMinutes)
                .filter(java.util.Objects::nonNull)
                .forEach(minutes -> Planned.requireMinutes("/preparationMinutes", minutes, 0));
        var broken =
                RULES.stream().flatMap(rule -> rule.apply(kind, this).stream()).toList();
        if (!broken.isEmpty()) {
            throw new BadRequest(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    broken.stream().map(Broken::detail).collect(Collectors.joining(" ")),
                    broken.stream().map(Broken::fault).toArray(BadRequest.Fault[]::new));
        }
    }

    private static Optional<Broken> somebodyWasThere(MeetingKind kind, Held held) {
        return fault(held.roles.isEmpty(), "/roles", "empty", "Name at least one role that was present.");
    }

    private static Optional<Broken> onlyAClientIsAsked(MeetingKind kind, Held held) {
        boolean odd = held.closingQuestion != ClosingQuestion.NOT_ASKED && !held.roles.contains(Role.CLIENT);
        return fault(
                odd, "/closingQuestion", "no-client", "Without a client present the closing question was not asked.");
    }

    private static Optional<Broken> notAskingHasAReason(MeetingKind kind, Held held) {
        boolean silent = held.closingQuestion == ClosingQuestion.NOT_ASKED && held.notAskedReason == null;
        return fault(silent, "/notAskedReason", "required", "Say why the closing question was not asked.");
    }

    /** P25: in a network meeting the client's voice comes first, or it is the client's choice not to give one. */
    private static Optional<Broken> theClientIsHeardFirst(MeetingKind kind, Held held) {
        boolean missing = kind == MeetingKind.NETWORK && held.statement().isEmpty();
        return fault(
                missing,
                "/clientStatement",
                "required",
                "A network meeting is closed with the client's statement in own words, or notWished: true.");
    }

    private static Optional<Broken> fault(boolean broken, String pointer, String code, String detail) {
        return broken ? Optional.of(new Broken(new BadRequest.Fault(pointer, code), detail)) : Optional.empty();
    }

    Optional<ClientStatement> statement() {
        return Optional.ofNullable(clientStatement)
                .filter(statement -> statement.notWished() || statement.inOwnWords() != null)
                .map(statement -> statement.inOwnWords() != null ? ClientStatement.GIVEN : ClientStatement.NOT_WISHED);
    }
}
