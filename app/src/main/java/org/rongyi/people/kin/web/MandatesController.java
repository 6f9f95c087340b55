package org.rongyi.people.kin.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.kin.EndMandate;
import org.rongyi.people.kin.GiveMandate;
import org.rongyi.people.kin.OpenForFamily;
import org.rongyi.people.person.OpenAtCounter;
import org.rongyi.platform.access.OwnAccounts;
import org.rongyi.platform.access.SetUp;
import org.rongyi.platform.access.WaysIn;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 委托亲属: the veteran on his phone, or a counter with him, or with his family, before it. */
@Controller
class MandatesController {

    private static final String OWN = "/me/kin";
    private static final String OF = "/persons/{person}/kin";

    private final Acts acts;
    private final GiveMandate give;
    private final OpenForFamily open;
    private final EndMandate end;
    private final MandateDesk desk;
    private final FormFiles files;
    private final OwnAccounts accounts;
    private final SetUp setUp;
    private final WaysIn waysIn;
    private final Transactions transactions;

    MandatesController(
            Acts acts,
            GiveMandate give,
            OpenForFamily open,
            EndMandate end,
            MandateDesk desk,
            FormFiles files,
            OwnAccounts accounts,
            SetUp setUp,
            WaysIn waysIn,
            Transactions transactions) {
        this.acts = acts;
        this.give = give;
        this.open = open;
        this.end = end;
        this.desk = desk;
        this.files = files;
        this.accounts = accounts;
        this.setUp = setUp;
        this.waysIn = waysIn;
        this.transactions = transactions;
    }

    @GetMapping(OWN)
    @Allow(self = true)
    Page own(Actor.Self actor) {
        return blank(actor, actor.person());
    }

    @GetMapping(OF)
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page of(Actor.Office actor, @PathVariable UUID person) {
        return blank(actor, person);
    }

    @PostMapping(OWN)
    @Allow(act = GiveMandate.class)
    ResponseEntity<Page> give(Actor.Self actor, CommandId id, @RequestParam MultiValueMap<String, String> fields) {
        return give(actor, id, actor.person(), new MandateForm(fields), FieldErrors.none());
    }

    @PostMapping(OF)
    @Allow(act = GiveMandate.class)
    ResponseEntity<Page> give(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "signed", required = false) @Nullable List<MultipartFile> uploads) {
        var form = new MandateForm(fields);
        var errors = FieldErrors.none();
        files.take(
                actor,
                id,
                MandateDesk.SIGNED,
                uploads == null ? List.of() : uploads,
                form.values(MandateDesk.SIGNED.dropName()),
                errors);
        return give(actor, id, person, form, errors);
    }

    private ResponseEntity<Page> give(Actor actor, CommandId id, UUID person, MandateForm form, FieldErrors errors) {
        var command = form.command(id, person, actor instanceof Actor.Office, errors);
        if (command.isEmpty() || !errors.isEmpty()) {
            return Answer.invalid(desk.page(actor, person, form, null, errors, id));
        }
        return switch (acts.perform(actor, give, command.get())) {
            case GiveMandate.Outcome.Given ignored ->
                Answer.seeOther(MandateDesk.path(actor, person), Flash.success("委托已登记。代办人带身份证到窗口核对以后就能办。"));
            case GiveMandate.Outcome.NotFound() -> Answer.notFound();
            case GiveMandate.Outcome.NotActive() ->
                Answer.conflict(new MessagePage(409, "档案不在册", "这份档案已登记为已故或迁出，没有登记。", "如登记有误，请联系服务站。"));
            case GiveMandate.Outcome.NoName() -> wrong(actor, id, person, form, "kinName", "请填写代办人的姓名，不超过 30 个字");
            case GiveMandate.Outcome.Himself() -> wrong(actor, id, person, form, "citizenId", "这是本人的身份证号，请填代办人的");
            case GiveMandate.Outcome.TooYoung() -> wrong(actor, id, person, form, "citizenId", "代办人要年满十八周岁，请另选一位");
            case GiveMandate.Outcome.NoService() -> wrong(actor, id, person, form, "service", "请在列出的事项里选");
            case GiveMandate.Outcome.BadTerm(var latest) ->
                wrong(actor, id, person, form, "until", "请填今天到 " + Words.day(latest) + " 之间的一天");
            case GiveMandate.Outcome.AlreadyGiven() ->
                wrong(actor, id, person, form, "citizenId", "已经委托了他。只改日子，在上面点“延长委托”；要改事项，先撤回原来的再委托");
            case GiveMandate.Outcome.NotSigned() -> wrong(actor, id, person, form, "signed", "请附上签了字的委托书，或监护证明");
            case GiveMandate.Outcome.NotKept(var why) -> wrong(actor, id, person, form, "signed", why);
            case GiveMandate.Outcome.NotIdentified(var wanted) -> {
                if (!(actor instanceof Actor.Self self)) {
                    throw new IllegalStateException("posts are not asked for it");
                }
                yield Answer.show(HttpStatus.FORBIDDEN, waysIn.explain(self.assurance(), "委托亲属代办", wanted, OWN));
            }
        };
    }

    @PostMapping(OF + "/{mandate}/account")
    @Allow(act = OpenForFamily.class)
    ResponseEntity<Page> open(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @PathVariable UUID mandate,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = new MandateForm(fields);
        var errors = FieldErrors.none();
        var card = Arrays.stream(OpenAtCounter.Card.values())
                .filter(one -> one.name().equals(form.value("card")))
                .findFirst()
                .orElse(null);
        var number = MandateForm.number(form.value("number"), "number", errors);
        errors.require(card != null, "card", "请选择看了哪种证件");
        errors.require("yes".equals(form.value("present")), "present", "代办人不在场不能开通");
        if (card == null || number.isEmpty() || !errors.isEmpty()) {
            return unopened(actor, person, mandate, form, errors);
        }
        var command = new OpenForFamily.Command(id, mandate, card, number.get());
        return switch (acts.perform(actor, open, command)) {
            case OpenForFamily.Outcome.Opened(var account) ->
                setUp.newLinkFor(account, id)
                        .map(link -> Answer.show(slip(actor, person, account, link)))
                        .orElseGet(() -> stopped(actor, person, "这张表已经办过", SetUp.SPENT));
            case OpenForFamily.Outcome.Joined ignored ->
                Answer.seeOther(MandateDesk.path(actor, person), Flash.success("核对无误。他已有账号：照原来的办法登录，在“我代办的人”里办。"));
            case OpenForFamily.Outcome.NotFound() -> Answer.notFound();
            case OpenForFamily.Outcome.OtherNumber() ->
                unopened(actor, person, mandate, form, FieldErrors.of("number", "与委托书上写的号码不一致，请核对证件；写错了就撤回，重新登记"));
            case OpenForFamily.Outcome.Over() -> stopped(actor, person, "委托已经不在用", "委托已撤回或到期，没有开通。");
            case OpenForFamily.Outcome.NotResponsible() ->
                stopped(actor, person, "应由负责联系的一地核对", "本人现在由别处负责联系，没有开通，请代办人到那里的服务站。");
            case OpenForFamily.Outcome.HasOwn() ->
                stopped(actor, person, "他有自己的账号", "代办人自己也有档案，忘了口令请到为他服务的服务站重新开通，或用手机验证码登录。");
            case OpenForFamily.Outcome.ShutOut() -> stopped(actor, person, "账号已被锁定或停用", "这个账号由安全管理员锁定或停用，窗口不能重新开通。");
        };
    }

    @PostMapping(OWN + "/{mandate}/end")
    @Allow(self = true)
    ResponseEntity<Page> end(Actor.Self actor, CommandId id, @PathVariable UUID mandate) {
        return endMandate(actor, id, actor.person(), mandate, "");
    }

    @PostMapping(OF + "/{mandate}/end")
    @Allow(act = EndMandate.class)
    ResponseEntity<Page> end(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @PathVariable UUID mandate,
            @RequestParam(defaultValue = "") String reason) {
        return endMandate(actor, id, person, mandate, reason);
    }

    private ResponseEntity<Page> endMandate(Actor actor, CommandId id, UUID person, UUID mandate, String reason) {
        return switch (acts.perform(actor, end, new EndMandate.Command(id, person, mandate, reason))) {
            case EndMandate.Outcome.Ended ignored ->
                Answer.seeOther(MandateDesk.path(actor, person), Flash.success("委托已撤回，从现在起他办不了、看不到。"));
            case EndMandate.Outcome.NotFound() -> Answer.notFound();
            case EndMandate.Outcome.Over() -> Answer.seeOther(MandateDesk.path(actor, person), Flash.info("这份委托早已结束"));
            case EndMandate.Outcome.LooksSecret(var why) ->
                Answer.invalid(desk.page(
                        actor,
                        person,
                        MandateForm.empty(),
                        null,
                        FieldErrors.of("reason", why),
                        CommandId.fresh(actor)));
            case EndMandate.Outcome.NoReason() ->
                Answer.invalid(desk.page(
                        actor,
                        person,
                        MandateForm.empty(),
                        null,
                        FieldErrors.of("reason", "请写明谁提出撤回、为什么，不超过 100 字"),
                        CommandId.fresh(actor)));
        };
    }

    private Page blank(Actor actor, UUID person) {
        return desk.page(actor, person, MandateForm.empty(), null, FieldErrors.none(), CommandId.fresh(actor));
    }

    private ResponseEntity<Page> wrong(
            Actor actor, CommandId id, UUID person, MandateForm form, String field, String why) {
        return Answer.invalid(desk.page(actor, person, form, null, FieldErrors.of(field, why), id));
    }

    private ResponseEntity<Page> unopened(
            Actor actor, UUID person, UUID mandate, MandateForm form, FieldErrors errors) {
        return Answer.invalid(desk.page(actor, person, form, mandate, errors, CommandId.fresh(actor)));
    }

    private static ResponseEntity<Page> stopped(Actor actor, UUID person, String title, String happened) {
        return Answer.conflict(new MessagePage(409, title, happened, "请打开委托看现在的情形。")
                .leadingTo("委托亲属代办", MandateDesk.path(actor, person)));
    }

    private KinSlipPage slip(Actor.Office actor, UUID person, UUID account, String path) {
        var own = transactions.read(actor, () -> accounts.findFamily(account)).orElseThrow();
        var link =
                ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
        return new KinSlipPage(MandateDesk.path(actor, person), own.username(), link, actor.unitName());
    }
}
