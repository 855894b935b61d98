package fi.rinnalla.local.run;

/** Something that the person at the keyboard can mend: one sentence that says what and how. */
public class Sorry extends RuntimeException {
    public Sorry(String sentence) {
        super(sentence, null, false, false);
    }
}
