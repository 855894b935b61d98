package fi.rinnalla.feedback.indicator;

import java.util.Locale;

/** Figures of other views, so that each number on a page has a row in the catalogue. */
enum OtherFigure {
    ANSWERED(
            "givers who agree (4 or 5 of 5), or recommend (9 or 10 of 10) / givers who answered the question",
            "share",
            "P16"),
    SERVICE_WORKS(
            "paths that go to the service and for which all its steps work / paths that go there", "share", "P32"),
    PAIN_POINTS("paths that name it at the service, counted once five did", "count", "P32");

    private final String formula;
    private final String unit;
    private final String practice;

    OtherFigure(String formula, String unit, String practice) {
        this.formula = formula;
        this.unit = unit;
        this.practice = practice;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String formula() {
        return formula;
    }

    String unit() {
        return unit;
    }

    String practice() {
        return practice;
    }
}
