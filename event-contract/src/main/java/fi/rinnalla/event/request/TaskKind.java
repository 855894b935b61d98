package fi.rinnalla.event.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a peer expert is asked to do. Collective work, peer support and telling one's own story are kept apart (P38, P41). */
public enum TaskKind {
    @JsonProperty("co-development")
    CO_DEVELOPMENT,
    @JsonProperty("pair-work")
    PAIR_WORK,
    @JsonProperty("peer-support")
    PEER_SUPPORT,
    @JsonProperty("training")
    TRAINING,
    @JsonProperty("group")
    GROUP,
    /** Where people are met before they are anybody's clients: no client is ever named (needle exchange, info visits). */
    @JsonProperty("outreach")
    OUTREACH
}
