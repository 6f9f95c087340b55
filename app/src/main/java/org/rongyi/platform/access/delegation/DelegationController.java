package org.rongyi.platform.access.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.access.Delegations;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 岗位代理: the list of those that concern somebody, the form to name one, the button to end one. */
@Controller
class DelegationController {

    private static final String PATH = "/account/delegations";

    private final Acts acts;
    private final DelegatePost delegatePost;
    private final EndDelegation endDelegation;
    private final Delegations delegations;
    private final Colleagues colleagues;
    private final Transactions transactions;
    private final Clock clock;

    DelegationController(
            Acts acts,
            DelegatePost delegatePost,
            EndDelegation endDelegation,
            Delegations delegations,
            Colleagues colleagues,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.delegatePost = delegatePost;
        this.endDelegation = endDelegation;
        this.delegations = delegations;
        this.colleagues = colleagues;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Allow(act = DelegatePost.class)
    Page list(Actor.Office actor) {
        return page(actor, DelegationForm.empty(LocalDate.now(clock)), FieldErrors.none());
    }

    @PostMapping(PATH)
    @Allow(act = DelegatePost.class)
    ResponseEntity<Page> name(Actor.Office actor, CommandId id, DelegationForm form) {
        var errors = FieldErrors.none();
        var wanted = form.wanted(errors);
        if (wanted.isEmpty()) {
            return Answer.invalid(page(actor, form, errors));
        }
        return switch (acts.perform(actor, delegatePost, new DelegatePost.Command(id, wanted.get()))) {
            case DelegatePost.Outcome.Named ignored -> back(Flash.success("已指定；代理人切换到这个岗位就能办理"));
            case DelegatePost.Outcome.ActsForSomebody() -> back(Flash.info("您是代别人办理，不能再委托他人；请先切换到自己的岗位"));
            case DelegatePost.Outcome.NotFound() -> wrong(actor, form, "post", "这个岗位不在本单位，或不是您的岗位，请重新选择");
            case DelegatePost.Outcome.NoColleague() -> wrong(actor, form, "deputy", "代理人须是本单位的另一位同事，且不任管理员、审计员");
            case DelegatePost.Outcome.Yourself() -> wrong(actor, form, "deputy", "不能指定自己代理别人的岗位，请另选一位同事");
            case DelegatePost.Outcome.DayNotPossible() -> wrong(actor, form, "last", "请从今天或以后算起，最后一天不早于第一天");
            case DelegatePost.Outcome.TooLong(var days) -> wrong(actor, form, "last", "一次最长 " + days + " 天；更久的请办理任免");
            case DelegatePost.Outcome.AlreadyDelegated() -> wrong(actor, form, "first", "这段时间里已有人代理这个岗位，请改日期或先结束那一次");
            case DelegatePost.Outcome.NoReason() -> wrong(actor, form, "reason", "请写明为什么要代理");
        };
    }

    @PostMapping(PATH + "/{delegation}/end")
    @Allow(act = EndDelegation.class)
    ResponseEntity<Page> end(Actor.Office actor, CommandId id, @PathVariable UUID delegation) {
        return switch (acts.perform(actor, endDelegation, new EndDelegation.Command(id, delegation))) {
            case EndDelegation.Outcome.Ended ignored -> back(Flash.success("代理已结束"));
            case EndDelegation.Outcome.NotFound() -> Answer.notFound();
            case EndDelegation.Outcome.Over() -> back(Flash.info("这次代理已经结束了"));
        };
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, DelegationForm form, String field, String words) {
        return Answer.invalid(page(actor, form, FieldErrors.of(field, words)));
    }

    private DelegationsPage page(Actor.Office actor, DelegationForm form, FieldErrors errors) {
        return transactions.read(
                actor,
                () -> new DelegationsPage(
                        delegations.list(actor),
                        choices(actor),
                        form,
                        errors,
                        actor.actingFor() != null,
                        delegations.longest(),
                        delegations.isProposed(),
                        LocalDate.now(clock)));
    }

    private DelegationsPage.Choices choices(Actor.Office actor) {
        return new DelegationsPage.Choices(
                colleagues.posts(actor).stream()
                        .map(one -> Option.of(one.post().toString(), inWords(one)))
                        .toList(),
                colleagues.deputies(actor).stream()
                        .filter(one -> !one.account().equals(actor.account()))
                        .map(one -> Option.of(one.account().toString(), inWords(one)))
                        .toList());
    }

    private static String inWords(Posts.Holder holder) {
        return holder.name() + "（" + holder.role().zh() + "）";
    }

    private static ResponseEntity<Page> back(Flash flash) {
        return Answer.seeOther(PATH, flash);
    }
}
