package fi.rinnalla.service.arriving;

import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Begins hearings: what they all need is handed out here. */
record Hearings(Keeper keeper, Ids ids, JsonMapper json, Map<String, Object> consumerSettings, MeterRegistry metrics) {

    Hearing begin(Hears hears) {
        return new Hearing(hears, keeper, ids, json, consumerSettings);
    }

    Inbox inboxOf(Hears hears) {
        return new Inbox(hears.name(), keeper, ids);
    }

    Reader readerOf(Hears hears) {
        return new Reader(json, hears.families());
    }
}
