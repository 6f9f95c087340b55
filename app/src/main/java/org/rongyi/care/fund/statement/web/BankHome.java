package org.rongyi.care.fund.statement.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.care.fund.statement.BankLines;
import org.rongyi.care.fund.statement.ReadStatement;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的银行对账: what the bank has and the books do not; nothing when there is none. */
@Component
class BankHome implements HomeCard {

    private static final int BESIDE_PAYMENTS = 25;

    private final BankLines lines;

    BankHome(BankLines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || !Permission.mayPerform(ReadStatement.class, office)) {
            return Optional.empty();
        }
        long waiting = lines.count(office.unit());
        if (waiting == 0) {
            return Optional.empty();
        }
        var number = HomeBlock.Number.of("银行流水待查", Words.number(waiting), "笔", "/bank-lines");
        return Optional.of(new HomeSection(
                BESIDE_PAYMENTS,
                "银行对账",
                null,
                List.of(new HomeBlock.Numbers(List.of(number))),
                List.of(new HomeSection.Door("看银行流水待查", "/bank-lines"))));
    }
}
