package fi.rinnalla.peerexpert.invitation;

import fi.rinnalla.peerexpert.assignment.Assignments;
import fi.rinnalla.peerexpert.task.Compensation;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.time.Helsinki;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the page behind an invitation's link shows, before and after whoever is invited has logged in. */
@Component
class InvitationPage {

    private static final String FOLDER = "/invitation";

    private final ReadInvitations reading;
    private final Assignments assignments;
    private final Pages pages = new Pages(FOLDER, "invitation");

    InvitationPage(ReadInvitations reading, Assignments assignments) {
        this.reading = reading;
        this.assignments = assignments;
    }

    ResponseEntity<String> show(HttpStatus status, Language language, Map<String, ?> values) {
        return pages.page(status, "invitation", language, values);
    }

    /** For a link that is nobody's; also for one that is somebody else's, where a login is wanted. */
    ResponseEntity<String> notThere(Language language) {
        return show(HttpStatus.NOT_FOUND, language, Map.of("unknown", true));
    }

    ResponseEntity<String> notThereForThisLogin(Language language) {
        return show(HttpStatus.NOT_FOUND, language, Map.of("notYours", true));
    }

    /** Why a yes was refused, by the refusal's code. */
    static String refusal(Language language, String code) {
        var texts = language.texts(FOLDER);
        return texts.getProperty("refused." + code, texts.getProperty("refused.other"));
    }

    /** What the reader agrees to: another word as soon as time, place or terms are others. */
    String agreedTo(Invitation invitation) {
        var task = reading.invited(invitation, Language.FI);
        return Secrets.hexHash(
                "%s %s %s %s %s".formatted(task.plannedOn(), task.at(), task.minutes(), task.where(), task.terms()));
    }

    Map<String, Object> values(Invitation invitation, Language language, String code) {
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
        values.put("code", code);
        values.put("kind", texts.getProperty("kind." + slug(task.kind())));
        values.put("day", day(task.plannedOn()));
        values.put("time", time(task.at()));
        values.put("minutes", task.minutes());
        values.put("place", Objects.requireNonNullElse(task.where().name(), ""));
        values.put("remote", task.where().remote());
        values.put("briefing", Objects.requireNonNullElse(task.briefing(), ""));
        Optional.ofNullable(invitation.expiresAt()).map(Helsinki::wall).ifPresent(until -> {
            values.put("answerDay", day(until.toLocalDate()));
            values.put("answerTime", time(until.toLocalTime()));
        });
        if (invitation.state() == Invitation.State.ACCEPTED) {
            values.putAll(agreed(invitation, language));
        } else {
            Optional.ofNullable(task.terms()).ifPresent(terms -> values.putAll(values(terms, language)));
        }
        return values;
    }

    /** What was agreed on, which may be less than what was offered; or that this task is no longer ahead. */
    private Map<String, Object> agreed(Invitation invitation, Language language) {
        return assignments.aheadOf(invitation.request()).stream()
                .filter(task -> task.isOf(invitation.peerExpert()))
                .findFirst()
                .map(task -> {
                    var values = new HashMap<String, Object>();
                    task.agreedTerms().ifPresent(terms -> values.putAll(values(terms, language)));
                    values.put("feeRefused", task.isFeeRefused());
                    values.put("ahead", true);
                    return values;
                })
                .orElseGet(HashMap::new);
    }

    private static Map<String, Object> values(Terms terms, Language language) {
        var values = new HashMap<String, Object>();
        boolean paid = terms.compensation() != Compensation.NONE;
        values.put(
                "pays",
                language.texts(FOLDER)
                        .getProperty("pays." + slug(terms.compensation()))
                        .replace("{}", "%d,%02d".formatted(terms.cents() / 100, terms.cents() % 100)));
        values.put("paid", paid);
        values.put("travelPaid", terms.travelPaid());
        values.put("preparation", minutes(terms.preparationMinutes()));
        values.put("debrief", minutes(terms.debriefMinutes()));
        values.put("benefitNote", Objects.requireNonNullElse(terms.benefitNote(), ""));
        return values;
    }

    /** Nothing at all for none: no label is then shown either. */
    private static String minutes(int minutes) {
        return minutes == 0 ? "" : Integer.toString(minutes);
    }

    private static String slug(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String day(LocalDate day) {
        return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
    }

    private static String time(@Nullable LocalTime time) {
        return time == null ? "" : "%d.%02d".formatted(time.getHour(), time.getMinute());
    }
}
