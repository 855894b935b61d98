package fi.rinnalla.feedback.figure;

import java.util.List;

/** A total and the parts that make it up, each shown or hidden. */
public record Rates(Rate total, List<Rate> parts) {}
