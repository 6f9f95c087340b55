package org.rongyi.care.fund.payment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.fund.payee.PayeeChanges;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的拨付: batches that wait for somebody, and what the bank sent back; nothing when there is none of either. */
@Component
class PaymentHome implements HomeCard {

    private static final int BESIDE_TASKS = 24;

    private final PaymentBatches batches;
    private final PayeeChanges changes;

    PaymentHome(PaymentBatches batches, PayeeChanges changes) {
        this.batches = batches;
        this.changes = changes;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || office.role().isSeparate()) {
            return Optional.empty();
        }
        boolean pays = Permission.mayPerform(MakeBatch.class, office);
        var numbers = new ArrayList<HomeBlock.Number>();
        var doors = new ArrayList<HomeSection.Door>();
        if (pays) {
            var open = batches.open(office.unit());
            for (var state : List.of(Batch.State.DRAFT, Batch.State.APPROVED, Batch.State.RELEASED)) {
                long many =
                        open.stream().filter(batch -> batch.state() == state).count();
                if (many > 0) {
                    numbers.add(HomeBlock.Number.of(state.zh() + "的批次", Words.number(many), "个", "/payments"));
                }
            }
            doors.add(new HomeSection.Door("看拨付", "/payments"));
        }
        long returned = changes.count(office.scope().toMultirange());
        if (returned > 0) {
            numbers.add(HomeBlock.Number.of("退汇待更正", Words.number(returned), "笔", "/payees"));
            doors.add(new HomeSection.Door("看退汇待更正", "/payees"));
        }
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new HomeSection(BESIDE_TASKS, "拨付", null, List.of(new HomeBlock.Numbers(numbers)), doors));
    }
}
