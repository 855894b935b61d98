package fi.rinnalla.journeys;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be seen from outside after a run with faults.
 *
 * @param acknowledged  ids of meetings whose commands were answered with success, each with how many events it must have
 * @param refused       keys of commands that were refused, as they would stand in the owner's database
 * @param owned         ids of the meetings in the owner's database, with repeats if there are any
 * @param outbox        events in the outbox, said or not
 * @param unsaid        how many of them are not yet said
 * @param topic         records on the topic in the order of their partitions and offsets
 * @param viewed        events of which the view holds a fact, with repeats if there are any
 * @param meantForView  types of which the view keeps facts
 * @param parked        events that wait in the view's inbox
 * @param lag           records that the view has not yet read
 */
record Observation(
        Map<String, Integer> acknowledged,
        Set<String> refused,
        List<String> owned,
        List<Said> outbox,
        long unsaid,
        List<OnTopic> topic,
        List<String> viewed,
        Set<String> meantForView,
        List<String> parked,
        long lag) {

    /** An outbox row. */
    record Said(String id, String type, String subject, long sequence, int epoch) {}

    /** A record on the topic. */
    record OnTopic(int partition, long offset, String key, Said event) {}
}
