package fi.rinnalla.session.meeting;

import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.Login;

/** Somebody in one meeting, in the role of that meeting: the same person may be in another role in the next (P60). */
record Participant(@Login String login, Role role) {}
