package fi.rinnalla.circle.two;

/** A bad example: two features that need each other. */
public class Two {
    fi.rinnalla.circle.one.One other;
}
