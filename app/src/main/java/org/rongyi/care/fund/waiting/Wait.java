package org.rongyi.care.fund.waiting;

import java.util.Set;
import org.rongyi.platform.kernel.Role;

/** 等什么: each has its limit and the posts that may do it. */
enum Wait {
    BATCH_DRAFT("没有批准拨付批次", Limit.SECOND, Set.of(Role.LEADER), "/batches/%s"),
    BATCH_APPROVED("批准了没有拨付", Limit.SECOND, Staff.ALL, "/batches/%s"),
    BATCH_RELEASED("银行没有答复", Limit.BANK, Staff.ALL, "/batches/%s"),
    GRANTS("定了没有编批拨付", Limit.BATCH, Staff.ALL, "/funds/%s/payments"),
    SETTLEMENT_OPEN("与银行不符，没有查明", Limit.BANK, Staff.ALL, "/payments/%s"),
    SETTLEMENT_PROPOSED("没有核定拨付认定", Limit.SECOND, Set.of(Role.LEADER), "/payments/%s"),
    PAYEE("没有核对更正的收款账号", Limit.SECOND, Staff.ALL, "/grants/%s"),
    YEAR_END("没有核定年终结账", Limit.SECOND, Set.of(Role.LEADER), "/funds/%s/years"),
    FUND_END("没有核定终止资金", Limit.SECOND, Set.of(Role.LEADER), "/funds/%s/end"),
    PURPOSE("没有核定变更捐赠用途", Limit.SECOND, Set.of(Role.LEADER), "/purposes/%s"),
    PLAN_END("没有核定募捐提前结束、延长", Limit.SECOND, Set.of(Role.LEADER), "/plans/%s/end"),
    PLATFORM("没有核定更换网上捐赠的页面", Limit.SECOND, Set.of(Role.LEADER), "/funds/%s/platform"),
    RECOVERY("没有决定追回", Limit.SECOND, Set.of(Role.LEADER), "/recoveries/%s"),
    WRITE_OFF("没有核定核销", Limit.SECOND, Set.of(Role.LEADER), "/recoveries/%s"),
    LATE_REPAYMENT("没有核定核销后的退回", Limit.SECOND, Set.of(Role.LEADER), "/recoveries/%s"),
    BANK_LINES_OPEN("银行流水没有查明", Limit.BANK, Staff.ALL, "/funds/%s/bank"),
    BANK_LINES_PROPOSED("没有核定银行流水的说明", Limit.SECOND, Set.of(Role.LEADER), "/funds/%s/bank");

    /** Which limit it goes by. */
    enum Limit {
        /** 等第二个人, as in all rooms. */
        SECOND,
        /** 等银行, or somebody who asks the bank. */
        BANK,
        /** 等编批. */
        BATCH
    }

    /** Who works on payments. */
    private static final class Staff {
        static final Set<Role> ALL = Set.of(Role.OFFICER, Role.LEADER);
    }

    private final String zh;
    private final Limit limit;
    private final Set<Role> posts;
    private final String path;

    Wait(String zh, Limit limit, Set<Role> posts, String path) {
        this.zh = zh;
        this.limit = limit;
        this.posts = posts;
        this.path = path;
    }

    String zh() {
        return zh;
    }

    Limit limit() {
        return limit;
    }

    Set<Role> posts() {
        return posts;
    }

    String path(Object id) {
        return path.formatted(id);
    }
}
