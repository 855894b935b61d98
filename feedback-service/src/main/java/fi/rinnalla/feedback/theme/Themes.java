package fi.rinnalla.feedback.theme;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Themes of what was written, by unit. */
@Repository
public class Themes extends Documents<Theme> {

    Themes(Keeping keeping) {
        super("feedback_theme", Theme.class, keeping);
    }

    /** What a theme is called and what was answered to it, for those who wrote of it and for the unit's page. */
    public record Answered(String theme, List<String> replies) {}

    public Answered answered(UUID theme) {
        return answered(get(theme));
    }

    public List<Answered> answeredIn(String unit) {
        return where("unit = ? ORDER BY id DESC", unit).stream()
                .map(Themes::answered)
                .filter(theme -> !theme.replies().isEmpty())
                .toList();
    }

    public boolean isOf(UUID theme, String unit) {
        return find(theme).filter(one -> one.unit().equals(unit)).isPresent();
    }

    private static Answered answered(Theme theme) {
        return new Answered(
                theme.name(), theme.replies().stream().map(Theme.Reply::words).toList());
    }
}
