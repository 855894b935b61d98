package fi.rinnalla.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name under which an event travels, and who may read it. Renaming the record leaves the wire as it was. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Said {

    /** CloudEvents {@code type}, for example {@code fi.rinnalla.meeting.held}. */
    String type();

    Audience to();

    /** Who reads an event. */
    enum Audience {
        /** Our own services alone. */
        SERVICES,
        /** Also the organisation that it happened in, on its topic {@code organisation.<slug>}. */
        ORGANISATION
    }
}
