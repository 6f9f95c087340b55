package org.rongyi.career.campaign.group;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A meeting of the group, as its minutes say.
 *
 * @param minutes the number of the minutes
 * @param how of every member; who is not named was absent
 */
public record Held(LocalDate on, String minutes, Map<UUID, Attendance> how) {

    private static final int FEWEST = 3;
    private static final int LONGEST = 60;

    public Held {
        how = Map.copyOf(how);
    }

    /** What is wrong, in which field. */
    public record Wanting(String field, String why) {}

    /**
     * Whether it can decide: three at least who are not kept away, and more than half of them there. Who is kept away counts neither
     * as a member nor as present.
     *
     * @param earliest the day of what is decided on; nobody decides on it before it is there
     */
    Optional<Wanting> wanting(Set<UUID> members, LocalDate earliest, String since, LocalDate today) {
        if (on.isBefore(earliest) || on.isAfter(today)) {
            return Optional.of(new Wanting("heldOn", "开会的日期应在" + since + "（" + earliest + "）到今天之间"));
        }
        if (minutes.isBlank() || minutes.length() > LONGEST) {
            return Optional.of(new Wanting("minutes", "请填写会议纪要的文号，不超过 60 字"));
        }
        if (!members.containsAll(how.keySet())) {
            return Optional.of(new Wanting("attendance", "到会的人里有不是专项小组成员的，请刷新页面再填"));
        }
        long away = count(Attendance.KEPT_AWAY);
        long voting = members.size() - away;
        if (voting < FEWEST) {
            return Optional.of(new Wanting("attendance", "除去回避的，专项小组至少要有 3 人"));
        }
        return count(Attendance.PRESENT) * 2 > voting
                ? Optional.empty()
                : Optional.of(new Wanting(
                        "attendance", "除去回避的，到会的要过半数：应到 " + voting + " 人，到会 " + count(Attendance.PRESENT) + " 人"));
    }

    private long count(Attendance one) {
        return how.values().stream().filter(each -> each == one).count();
    }
}
