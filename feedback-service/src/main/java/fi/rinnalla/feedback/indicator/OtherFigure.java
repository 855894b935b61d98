package fi.rinnalla.feedback.indicator;

import java.util.Locale;

/** Figures of other views, so that each number on a page has a row in the catalogue. */
enum OtherFigure {
    ANSWERED("share", "P16"),
    SERVICE_WORKS("share", "P32"),
    PAIN_POINTS("count", "P32");

    private final String unit;
    private final String practice;

    OtherFigure(String unit, String practice) {
        this.unit = unit;
        this.practice = practice;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String unit() {
        return unit;
    }

    String practice() {
        return practice;
    }
}
