package fi.rinnalla.service.answering;

import fi.rinnalla.service.keeping.Whole;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** How a use case answers: with the version of what it touched, so that the next change can name it. */
public final class Answer {

    private Answer() {}

    /** 201, with where it is. */
    public static ResponseEntity<Void> created(String under, Whole whole) {
        return ResponseEntity.created(URI.create(under + "/" + whole.id()))
                .eTag(tag(whole))
                .build();
    }

    public static <T> ResponseEntity<T> createdWith(String under, Whole whole, T body) {
        return ResponseEntity.created(URI.create(under + "/" + whole.id()))
                .eTag(tag(whole))
                .body(body);
    }

    /** 201 for a part of something. */
    public static ResponseEntity<Void> part(String under, Object part, Whole whole) {
        return ResponseEntity.created(URI.create(under + "/" + part))
                .eTag(tag(whole))
                .build();
    }

    /** 204. */
    public static ResponseEntity<Void> done(Whole whole) {
        return ResponseEntity.noContent().eTag(tag(whole)).build();
    }

    /** 200. */
    public static <T> ResponseEntity<T> shown(Whole whole, T body) {
        return ResponseEntity.ok().eTag(tag(whole)).body(body);
    }

    private static String tag(Whole whole) {
        return "\"" + whole.version() + "\"";
    }
}
