package org.rongyi.platform.access.client;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 接口用户: the list, the registration, and what is done with each. */
@Controller
class ClientsController {

    private static final String PATH = "/clients";

    private final Acts acts;
    private final RegisterClient register;
    private final ApproveClient approve;
    private final IssueClientKey issueKey;
    private final RevokeClient revoke;
    private final Clients clients;
    private final Transactions transactions;

    ClientsController(
            Acts acts,
            RegisterClient register,
            ApproveClient approve,
            IssueClientKey issueKey,
            RevokeClient revoke,
            Clients clients,
            Transactions transactions) {
        this.acts = acts;
        this.register = register;
        this.approve = approve;
        this.issueKey = issueKey;
        this.revoke = revoke;
        this.clients = clients;
        this.transactions = transactions;
    }

    /** What was typed. */
    record Form(
            @Nullable String name,
            @Nullable String contact,
            @Nullable String purpose,
            @Nullable String territory,
            @Nullable List<String> grants,
            @Nullable String perMinute,
            @Nullable String perDay) {

        static Form fresh() {
            return new Form("", "", "", "", List.of(), "120", "20000");
        }

        static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        List<String> chosen() {
            return grants == null ? List.of() : grants;
        }

        private EnumSet<ClientScope> scopes() {
            var scopes = EnumSet.noneOf(ClientScope.class);
            for (var one : ClientScope.values()) {
                if (chosen().contains(one.name())) {
                    scopes.add(one);
                }
            }
            return scopes;
        }

        private static int number(@Nullable String typed) {
            return text(typed).matches("[0-9]{1,8}") ? Integer.parseInt(text(typed)) : 0;
        }

        private RegisterClient.@Nullable Command command(CommandId id) {
            return DivisionCode.parse(text(territory))
                    .map(code -> new RegisterClient.Command(
                            id,
                            text(name),
                            text(contact),
                            text(purpose),
                            code,
                            scopes(),
                            number(perMinute),
                            number(perDay)))
                    .orElse(null);
        }
    }

    @GetMapping(PATH)
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.LEADER},
            levels = {Level.PROVINCE})
    Page list(Actor.Office actor) {
        return new ClientsPage(
                transactions.read(actor, clients::list), Permission.mayPerform(RegisterClient.class, actor));
    }

    @GetMapping(PATH + "/new")
    @Allow(act = RegisterClient.class)
    Page form() {
        return new ClientFormPage(Form.fresh(), FieldErrors.none());
    }

    @PostMapping(PATH)
    @Allow(act = RegisterClient.class)
    ResponseEntity<Page> register(Actor.Office actor, CommandId id, Form form) {
        var command = form.command(id);
        if (command == null) {
            return Answer.invalid(new ClientFormPage(form, FieldErrors.of("territory", "请填 12 位区划代码")));
        }
        return switch (acts.perform(actor, register, command)) {
            case RegisterClient.Outcome.Registered(var done) -> back(done, Flash.success("已登记，等安全管理员批准"));
            case RegisterClient.Outcome.Objected(var field, var why) ->
                Answer.invalid(new ClientFormPage(form, FieldErrors.of(field, why)));
        };
    }

    @GetMapping(PATH + "/{client}")
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.LEADER},
            levels = {Level.PROVINCE})
    Page show(Actor.Office actor, @PathVariable UUID client) {
        return page(actor, client, FieldErrors.none());
    }

    @PostMapping(PATH + "/{client}/approval")
    @Allow(act = ApproveClient.class)
    ResponseEntity<Page> approve(Actor.Office actor, CommandId id, @PathVariable UUID client) {
        return switch (acts.perform(actor, approve, new ApproveClient.Command(id, client))) {
            case ApproveClient.Outcome.Approved ignored -> back(client, Flash.success("已批准，密钥由系统管理员发"));
            case ApproveClient.Outcome.NotFound() -> Answer.notFound();
            case ApproveClient.Outcome.OwnProposal() -> back(client, Flash.info("登记的人不能批准，请由另一位安全管理员批准"));
            case ApproveClient.Outcome.NothingWaits() -> back(client, Flash.info("不在待批准的状态，没有改动"));
        };
    }

    @PostMapping(PATH + "/{client}/key")
    @Allow(act = IssueClientKey.class)
    ResponseEntity<Page> key(Actor.Office actor, CommandId id, @PathVariable UUID client) {
        return switch (acts.perform(actor, issueKey, new IssueClientKey.Command(id, client))) {
            case IssueClientKey.Outcome.Granted ignored -> {
                var key = transactions.write(actor, () -> clients.newKey(client, id.value()));
                yield Answer.show(new ClientKeyPage(require(actor, client), key.orElse(null)));
            }
            case IssueClientKey.Outcome.NotFound() -> Answer.notFound();
            case IssueClientKey.Outcome.NotInUse() -> back(client, Flash.info("还没有批准或已停用，不能发密钥"));
        };
    }

    @PostMapping(PATH + "/{client}/revocation")
    @Allow(act = RevokeClient.class)
    ResponseEntity<Page> revoke(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID client,
            @RequestParam(defaultValue = "") String reason) {
        return switch (acts.perform(actor, revoke, new RevokeClient.Command(id, client, reason))) {
            case RevokeClient.Outcome.Revoked ignored -> back(client, Flash.success("已停用，下一个请求就进不来了"));
            case RevokeClient.Outcome.NotFound() -> Answer.notFound();
            case RevokeClient.Outcome.NotInUse() -> back(client, Flash.info("已经停用"));
            case RevokeClient.Outcome.LooksSecret(var found) ->
                Answer.invalid(page(actor, client, FieldErrors.of(found.field(), found.why())));
            case RevokeClient.Outcome.NoReason() ->
                Answer.invalid(page(actor, client, FieldErrors.of("reason", "请写明为什么停用，不超过 100 字")));
        };
    }

    private ClientPage page(Actor.Office actor, UUID client, FieldErrors errors) {
        return new ClientPage(
                require(actor, client),
                Permission.mayPerform(ApproveClient.class, actor),
                Permission.mayPerform(IssueClientKey.class, actor),
                Permission.mayPerform(RevokeClient.class, actor),
                errors);
    }

    private Clients.Client require(Actor.Office actor, UUID client) {
        return transactions
                .read(actor, () -> clients.find(client))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<Page> back(UUID client, Flash flash) {
        return Answer.seeOther(PATH + "/" + client, flash);
    }
}
