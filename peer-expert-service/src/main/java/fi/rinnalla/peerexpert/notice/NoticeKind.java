package fi.rinnalla.peerexpert.notice;

import java.util.Locale;

/** What a notice tells; the sentences are in {@code notice/*.properties}. */
public enum NoticeKind {
    ASKED_TO_DEVELOP,
    INVITED,
    PLACE_TAKEN,
    INVITATION_WITHDRAWN,
    QUESTION_ASKED,
    QUESTION_ANSWERED,
    ASSIGNED,
    TASK_MOVED,
    TASK_MOVED_CONFIRM,
    TASK_RELEASED,
    TASK_CANCELLED,
    NEEDS_NEW_PERSON,
    NOBODY_LEFT,
    READINESS_ASKED,
    TOO_HEAVY,
    CLAIM_QUESTION,
    CLAIM_ANSWERED,
    CLAIM_SUBMITTED,
    CLAIM_APPROVED,
    CLAIM_PAID,
    CERTIFICATE_RENEWAL,
    SUPERVISION_DUE;

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
