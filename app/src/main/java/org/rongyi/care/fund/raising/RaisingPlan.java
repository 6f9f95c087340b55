package org.rongyi.care.fund.raising;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 募捐方案: what the charity has told the civil affairs bureau it raises for, in public (慈善法 公开募捐). Nothing is raised here.
 *
 * @param endsOn its last day, as it was filed or changed since ({@link PlanEnds})
 * @param area where it is raised
 * @param purpose what for, in the plan's words
 * @param leader who answers for it
 * @param remainder what becomes of what is left, in the plan's words
 * @param emergency raised in answer to an emergency: filed afterwards, made public every few days
 * @param filing 备案编号; none yet of an emergency plan
 */
public record RaisingPlan(
        UUID id,
        UUID fund,
        String title,
        LocalDate startsOn,
        LocalDate endsOn,
        String area,
        String purpose,
        List<Way> ways,
        String leader,
        String remainder,
        boolean emergency,
        @Nullable Filing filing) {

    /** 备案: its number and the day. */
    public record Filing(String number, LocalDate on) {}

    /** 方式. None of them is this system. */
    public enum Way {
        ONSITE("在公共场所设募捐箱"),
        EVENT("义演、义赛、义卖、义展、义拍、慈善晚会等"),
        MEDIA("广播、电视、报刊发布募捐信息"),
        PLATFORM("指定的互联网募捐信息平台");

        private final String zh;

        Way(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    public boolean hasEnded(LocalDate today) {
        return endsOn.isBefore(today);
    }
}
