package org.rongyi.people.kin.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.people.kin.EndMandate;
import org.rongyi.people.kin.KinFile;
import org.rongyi.people.kin.KinServices;
import org.rongyi.people.kin.Mandate;
import org.rongyi.platform.access.SignedIn;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我代办的人: where a family member starts. */
@Controller
class KinHomeController {

    private static final String HOME = "/kin";
    private static final int SHOWN = 20;

    private final KinFile kin;
    private final KinServices services;
    private final Cases cases;
    private final Acts acts;
    private final EndMandate end;
    private final Transactions transactions;

    KinHomeController(
            KinFile kin, KinServices services, Cases cases, Acts acts, EndMandate end, Transactions transactions) {
        this.kin = kin;
        this.services = services;
        this.cases = cases;
        this.acts = acts;
        this.end = end;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry kinDoor() {
        return new MenuEntry("我代办的人", HOME, Icon.PEOPLE, 10, Actor.Kin.class::isInstance);
    }

    @GetMapping(HOME)
    @Allow(kin = true)
    Page home(Actor.Kin actor, SignedIn who) {
        return page(actor, who, FieldErrors.none());
    }

    /** 不再代办: the one he acts for now. */
    @PostMapping(HOME + "/end")
    @Allow(kin = true)
    ResponseEntity<Page> end(
            Actor.Kin actor, SignedIn who, CommandId id, @RequestParam(defaultValue = "") String sure) {
        if (!sure.equals("yes")) {
            return Answer.invalid(page(actor, who, FieldErrors.of("sure", "请先勾选，再提交")));
        }
        return switch (acts.perform(actor, end, new EndMandate.Command(id, actor.mandate(), ""))) {
            case EndMandate.Outcome.Ended _, EndMandate.Outcome.Over _ ->
                Answer.seeOther("/", Flash.success("已经不再代办，他会收到消息。"));
            case EndMandate.Outcome.NotFound() -> Answer.notFound();
            case EndMandate.Outcome.NoReason(), EndMandate.Outcome.LooksSecret _ ->
                Answer.conflict(new MessagePage(409, "没有办成", "理由太长，没有结束。", "请返回再试。").leadingTo("我代办的人", HOME));
        };
    }

    /** Each is read as the one who acts for him, so that nobody's cases stand among another's. */
    private KinHomePage page(Actor.Kin actor, SignedIn who, FieldErrors errors) {
        var people = who.mandates().stream()
                .map(one -> one.actor(who.account(), who.name(), actor.assurance()))
                .map(one -> read(one, actor.mandate()))
                .toList();
        return new KinHomePage(people, errors);
    }

    private KinHomePage.Person read(Actor.Kin as, UUID active) {
        return transactions.read(as, () -> {
            var mandate = kin.of(as.person()).stream()
                    .filter(one -> one.id().equals(as.mandate()))
                    .findFirst();
            return new KinHomePage.Person(
                    as.mandate(),
                    as.name(),
                    as.relation(),
                    mandate.map(kin::words).orElse(""),
                    mandate.map(Mandate::until).orElse(null),
                    as.mandate().equals(active),
                    services.forms(as.services()).entrySet().stream()
                            .map(form -> new KinHomePage.Door("申请" + form.getValue(), form.getKey()))
                            .toList(),
                    List.copyOf(cases.of(as.person(), SHOWN)));
        });
    }
}
