package org.rongyi.career.campaign.wish.web;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.sealed.WishList;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.ResponseEntity;

/** The answer to a form of wishes, whoever sent it: the list put in order, or handed in. */
final class Handing {

    private Handing() {}

    /** Who sends, and what. */
    record Side(Acts acts, HandInWishes handIn, WishForm form, Actor actor, CommandId id, Typed typed) {}

    static ResponseEntity<Page> of(
            Side side,
            Function<FieldErrors, WishesPage> pages,
            BiFunction<WishesPage, FieldErrors, Optional<WishForm.Ready>> commands) {
        var page = pages.apply(FieldErrors.none());
        if (!side.typed().value(Pick.ACT).equals(Pick.HAND_IN)) {
            return Answer.show(page);
        }
        var errors = FieldErrors.none();
        var ready = commands.apply(page, errors);
        if (ready.isEmpty()) {
            return Answer.invalid(pages.apply(errors));
        }
        var list = ready.get().list();
        return switch (side.acts()
                .perform(side.actor(), side.handIn(), ready.get().command())) {
            case HandInWishes.Outcome.HandedIn ignored -> handed(side, page, list);
            case HandInWishes.Outcome.NotFound() -> Answer.notFound();
            case HandInWishes.Outcome.HeldOnline() -> refuse(pages, "这次活动网上双选，不填志愿；请点“网上双选”申请岗位");
            case HandInWishes.Outcome.NotOpenYet() -> refuse(pages, "还没有到填报志愿的时间，没有收");
            case HandInWishes.Outcome.ListNotSettled() -> refuse(pages, WishWords.UNSETTLED);
            case HandInWishes.Outcome.Closed() -> refuse(pages, "填报已经截止，没有收；以本系统的时钟为准");
            case HandInWishes.Outcome.HisOwnStands() -> refuse(pages, "本人已经自己交过志愿，要改由本人在自己的账号里改，窗口不能代替");
            case HandInWishes.Outcome.SettledDirectly() -> refuse(pages, "已经确定了岗位，不再参加后面的选岗，不用填志愿");
            case HandInWishes.Outcome.NoKey() -> refuse(pages, "封存密钥的保管人还没有收齐份额，请过一会儿再交");
            case HandInWishes.Outcome.NotSealed() -> refuse(pages, "交来的不是封存的志愿，请重新打开这一页再填");
        };
    }

    /** What was readable here is shown this once. */
    private static ResponseEntity<Page> handed(Side side, WishesPage page, @Nullable WishList list) {
        return list == null
                ? Answer.seeOther(page.path(), Flash.success("志愿已封存并交到。截止以前可以重新交，以最后一次为准。"))
                : Answer.show(side.form().receipt(page, list));
    }

    private static ResponseEntity<Page> refuse(Function<FieldErrors, WishesPage> pages, String why) {
        return Answer.invalid(pages.apply(FieldErrors.of("wish", why)));
    }
}
