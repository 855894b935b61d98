package fi.rinnalla.service.answering;

/** A rule of the domain says no. The code is from the closed list in {@code docs/problems.md}; answered with 409. */
public class Refused extends RuntimeException {

    private final String code;
    private final String detail;

    /** @param detail what the caller can change, in one sentence without personal data */
    public Refused(String code, String detail) {
        super(detail, null, false, false);
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
