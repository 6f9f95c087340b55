package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

/**
 * 机构: a bureau, centre, station or partner body as it is now.
 *
 * @param code where it stands: a division, or the seat code of a hosted station
 * @param closedOn from this day on it serves nobody
 */
public record Unit(
        UUID id,
        String name,
        UnitKind kind,
        Level level,
        Host host,
        DivisionCode code,
        Details details,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        int version) {

    /**
     * 对外信息: what the public directory shows.
     *
     * @param latitude CGCS2000, degrees; present exactly when the longitude is
     */
    public record Details(
            String address,
            String phone,
            String hours,
            List<String> services,
            @Nullable Double latitude,
            @Nullable Double longitude) {

        public static final Details NONE = new Details("", "", "", List.of(), null, null);

        private static final Pattern PHONE = Pattern.compile("[0-9+() -]{5,30}");

        public Details {
            services = List.copyOf(services);
            if ((latitude == null) != (longitude == null)) {
                throw new IllegalArgumentException("经纬度应同时填写");
            }
        }

        public static boolean isPhone(String text) {
            return PHONE.matcher(text).matches();
        }

        /** 优抚帮扶、走访慰问, as people write several in one field. */
        public static List<String> listed(String text) {
            return Arrays.stream(text.split("[、,，;；\\s]+"))
                    .filter(one -> !one.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(openedOn) && (closedOn == null || day.isBefore(closedOn));
    }
}
