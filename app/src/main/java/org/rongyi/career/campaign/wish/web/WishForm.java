package org.rongyi.career.campaign.wish.web;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.sealed.Seed;
import org.rongyi.career.campaign.sealed.WishList;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.SealingKeys;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** What a form of wishes says; the same for himself and at the counter. */
@Component
class WishForm {

    private final SealingKeys keys;
    private final Clock clock;

    WishForm(SealingKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What is handed in, and what the receipt says of it; the latter only where the list was readable here. */
    record Ready(HandInWishes.Command command, @Nullable WishList list) {}

    /** The command of the form; errors where the list cannot be taken as it is. */
    Optional<Ready> command(CommandId id, WishesPage page, Typed typed, FieldErrors errors) {
        if (!typed.value("sealed").isBlank()) {
            return Optional.of(new Ready(
                    new HandInWishes.Command(
                            id, page.candidate().id(), typed.value("sealed"), typed.value("commitment"), true),
                    null));
        }
        var plan = page.campaign().plan();
        var wishes = page.chosen();
        var unknown = new LinkedHashSet<>(wishes);
        unknown.removeAll(page.names().keySet());
        errors.require(unknown.isEmpty(), "wish", "有的岗位不在公布的岗位里，请去掉：" + String.join("、", unknown));
        errors.require(
                wishes.size() >= page.least(), "wish", "至少要排 " + page.least() + " 个志愿，现在是 " + wishes.size() + " 个");
        errors.require(wishes.size() <= plan.most(), "wish", "最多排 " + plan.most() + " 个志愿，现在是 " + wishes.size() + " 个");
        var seed = Seed.of(typed.value("seed"));
        errors.require(seed.isPresent(), "wish", "这一页放得太久了，请重新打开再填");
        var key = keys.ready(page.campaign().id());
        if (!errors.isEmpty() || seed.isEmpty()) {
            return Optional.empty();
        }
        var list = seed.get().list(page.campaign().number(), page.candidate().pseudonym(), wishes);
        // without a key the act itself says why nothing is taken
        var sealed = key.map(one -> seed.get().seal(one.key(), list)).orElse("");
        return Optional.of(
                new Ready(new HandInWishes.Command(id, page.candidate().id(), sealed, list.commitment(), false), list));
    }

    ReceiptPage receipt(WishesPage page, WishList list) {
        return new ReceiptPage(
                page.campaign().number(),
                page.candidate().pseudonym(),
                list.wishes().stream().map(page::name).toList(),
                list.wishes(),
                list.nonce(),
                list.commitment(),
                Words.moment(clock.instant()),
                page.own(),
                page.path());
    }
}
