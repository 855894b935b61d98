package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.pages.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What each indicator means: the one place, to which every number on a page leads. */
@Component
class Catalogue {

    private static final String FOLDER = "/indicator";
    /** Rises when a formula changes; what was said before keeps the meaning that it had. */
    private static final int VERSION = 1;

    private final FeedbackSettings settings;

    Catalogue(FeedbackSettings settings) {
        this.settings = settings;
    }

    /**
     * @param formula   in words of the reader's language: what is counted / of what
     * @param unit      {@code share}, {@code count}, {@code days}, {@code hours}, or {@code lack}, a share of what should be there
     * @param threshold fewest facts of which a figure is shown
     * @param owner     who answers for the definition
     * @param version   of the definition
     * @param example   a worked one
     * @param practice  that it serves, as numbered in the list of practices
     */
    record Meaning(
            String indicator,
            String name,
            String meaning,
            String formula,
            String unit,
            int threshold,
            String owner,
            int version,
            String example,
            String practice) {}

    static Indicator find(String slug) {
        return Arrays.stream(Indicator.values())
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** How figures that stand side by side may be told. */
    static String wording(Language language) {
        return language.texts(FOLDER).getProperty("wording");
    }

    List<Meaning> all(Language language) {
        return Stream.concat(
                        Arrays.stream(Indicator.values()).map(indicator -> of(indicator, language)),
                        Arrays.stream(OtherFigure.values())
                                .map(other -> of(other.slug(), other.unit(), other.practice(), language)))
                .toList();
    }

    String name(Indicator indicator, Language language) {
        return language.texts(FOLDER).getProperty(indicator.slug() + ".name");
    }

    Meaning of(Indicator indicator, Language language) {
        return of(indicator.slug(), indicator.unit(), indicator.practice(), language);
    }

    private Meaning of(String slug, String unit, String practice, Language language) {
        var texts = language.texts(FOLDER);
        return new Meaning(
                slug,
                texts.getProperty(slug + ".name"),
                texts.getProperty(slug + ".meaning"),
                texts.getProperty(slug + ".formula"),
                unit,
                settings.minGroupSize(),
                texts.getProperty("owner"),
                VERSION,
                texts.getProperty("example." + unit),
                practice);
    }
}
