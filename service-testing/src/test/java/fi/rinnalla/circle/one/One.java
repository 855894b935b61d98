package fi.rinnalla.circle.one;

/** A bad example: two features that need each other. */
public class One {
    fi.rinnalla.circle.two.Two other;
}
