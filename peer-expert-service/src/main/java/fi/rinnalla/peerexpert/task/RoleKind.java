package fi.rinnalla.peerexpert.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a peer expert may be: the code list of the field. */
public enum RoleKind {
    @JsonProperty("experience-trainer")
    EXPERIENCE_TRAINER,
    @JsonProperty("experience-professional")
    EXPERIENCE_PROFESSIONAL,
    @JsonProperty("developer")
    DEVELOPER,
    @JsonProperty("informer")
    INFORMER,
    @JsonProperty("evaluator")
    EVALUATOR,
    @JsonProperty("work-pair")
    WORK_PAIR,
    @JsonProperty("group-leader")
    GROUP_LEADER,
    @JsonProperty("support-person")
    SUPPORT_PERSON,
    @JsonProperty("peer-service-guide")
    PEER_SERVICE_GUIDE
}
