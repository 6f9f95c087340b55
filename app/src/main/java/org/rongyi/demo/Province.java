package org.rongyi.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;

/** What the parts of the province demo share: its size, who is in it, and randomness that is the same each time. */
final class Province {

    static final long SEED = 440_000L;
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Province() {}

    /**
     * How large a province, in the article's numbers; persons and other contacts are assumptions.
     *
     * @param visitTimes 走访 in 人次
     * @param otherContacts records by telephone, video and at the station
     * @param cases 更正个人信息 of the last half year
     * @param aids 帮扶援助 in 人次, emergency grants among them
     * @param aidYuan what they come to, emergency grants inside
     */
    record Size(
            int stations,
            int staff,
            int persons,
            int visitTimes,
            int otherContacts,
            int cases,
            int aids,
            int aidYuan,
            int emergencies,
            int emergencyYuan) {

        static final Size WHOLE = new Size(
                27_618, 39_000, 1_900_000, 1_504_000, 300_000, 40_000, 426_800, 250_000_000, 2_200, 53_240_000);

        /** The same province with one file and one visit in so many. */
        Size dividedBy(int factor) {
            return new Size(
                    stations,
                    staff,
                    persons / factor,
                    visitTimes / factor,
                    otherContacts / factor,
                    cases / factor,
                    aids / factor,
                    aidYuan / factor,
                    emergencies / factor,
                    emergencyYuan / factor);
        }
    }

    /** A station that serves villages, and the one who writes its records. */
    record Station(UUID unit, String name, UUID post, String clerk, UUID account) {}

    /**
     * A place persons are answered for: a village, or the seat of a hosted station.
     *
     * @param share how much of the province's people are here, compared with others
     */
    record Home(Division division, Station station, boolean hosted, double share) {}

    /** Somebody who can sign in. */
    record Persona(String username, String title, UUID account, String name, UUID unit, Role role) {}

    /**
     * Everything that stands before people come.
     *
     * @param bureaus the staff of each
     */
    record Network(
            List<Home> homes,
            List<Persona> personas,
            ProvinceCases.Offices offices,
            List<List<Actor.Office>> bureaus) {}

    /** A stream of its own for each purpose: seeds are mixed, since neighbouring ones would repeat each other. */
    static RandomGenerator random(long what) {
        long mixed = (SEED + what) * 0xFF51_AFD7_ED55_8CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
        return new SplittableRandom(mixed ^ (mixed >>> 29));
    }

    static UUID id(LocalDate day, RandomGenerator random) {
        return Ids.at(moment(day, random).toInstant().toEpochMilli(), random);
    }

    /** Some working minute of the day. */
    static OffsetDateTime moment(LocalDate day, RandomGenerator random) {
        return day.atTime(LocalTime.of(9, 0).plusSeconds(random.nextInt(8 * 3600)))
                .atZone(ZONE)
                .toOffsetDateTime();
    }

    static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }

    /** Divides a whole number by shares, exactly: every part gets its whole share, the largest rests one more. */
    static int[] divide(int whole, double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        var parts = new int[shares.length];
        var rests = new Integer[shares.length];
        var rest = new double[shares.length];
        int left = whole;
        for (int i = 0; i < shares.length; i++) {
            double exact = whole * shares[i] / sum;
            parts[i] = (int) exact;
            rest[i] = exact - parts[i];
            rests[i] = i;
            left -= parts[i];
        }
        java.util.Arrays.sort(rests, (a, b) -> rest[a] == rest[b] ? a - b : Double.compare(rest[b], rest[a]));
        for (int i = 0; i < left; i++) {
            parts[rests[i]]++;
        }
        return parts;
    }
}
