package fi.rinnalla.service.leaving;

import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.testing.Eventually;
import java.util.Map;

/** {@link Sayer} for the tests of other packages. */
public final class SayingForOthers {

    private SayingForOthers() {}

    public static Map<String, Object> kafka() {
        return Sayer.kafka();
    }

    public static void topics() throws Exception {
        Sayer.topics();
    }

    public static void say(Keeper keeper, String prefix, int subjects, int each) throws Exception {
        var sayer = new Sayer(keeper, "/parking-test");
        sayer.say(prefix, subjects, each);
        relay(sayer);
    }

    public static void sayOne(Keeper keeper, String subject, int sequence) throws Exception {
        var sayer = new Sayer(keeper, "/parking-test");
        sayer.sayOne(subject, sequence);
        relay(sayer);
    }

    private static void relay(Sayer sayer) throws Exception {
        try (var relay = sayer.relaying(producer -> producer)) {
            Eventually.holds(() -> sayer.unsaid() == 0);
        }
    }
}
