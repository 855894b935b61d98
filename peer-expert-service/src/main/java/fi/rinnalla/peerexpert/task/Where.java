package fi.rinnalla.peerexpert.task;

import fi.rinnalla.service.answering.Words;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a task is, or where somebody sets out from.
 *
 * @param remote    over a connection: distance does not matter
 * @param name      a place or municipality in words; absent where it was not told
 * @param latitude  in degrees, kept to about a kilometre
 * @param longitude in degrees, kept to about a kilometre
 */
public record Where(
        boolean remote,
        @Words(max = 200, optional = true) @Nullable String name,

        @Nullable @DecimalMin(value = "-90", message = "latitude") @DecimalMax(value = "90", message = "latitude")
        Double latitude,

        @Nullable @DecimalMin(value = "-180", message = "longitude") @DecimalMax(value = "180", message = "longitude")
        Double longitude) {

    private static final double EARTH_RADIUS_KM = 6_371;

    public Where {
        latitude = rounded(latitude);
        longitude = rounded(longitude);
    }

    public static final Where UNTOLD = new Where(false, null, null, null);

    private static @Nullable Double rounded(@Nullable Double degrees) {
        return degrees == null ? null : Math.round(degrees * 100) / 100.0;
    }

    /** Kilometres as the crow flies, by the haversine formula; empty where one of the two is not known. */
    public Optional<Integer> kilometresTo(Where other) {
        if (latitude == null || longitude == null || other.latitude == null || other.longitude == null) {
            return Optional.empty();
        }
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return Optional.of((int) Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half))));
    }
}
