package org.rongyi.network.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.network.organisation.ImportedStaff;
import org.rongyi.network.organisation.IssueLinks;
import org.rongyi.network.organisation.RenewLink;
import org.rongyi.platform.access.SetUp;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.intake.Batches;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 启用链接: for one person from the unit's page, for an imported list as a file. */
@Controller
class StaffLinksController {

    private final Acts acts;
    private final RenewLink renewLink;
    private final IssueLinks issueLinks;
    private final ImportedStaff imported;
    private final Batches batches;
    private final SetUp setUp;
    private final UnitReach reach;

    StaffLinksController(
            Acts acts,
            RenewLink renewLink,
            IssueLinks issueLinks,
            ImportedStaff imported,
            Batches batches,
            SetUp setUp,
            UnitReach reach) {
        this.acts = acts;
        this.renewLink = renewLink;
        this.issueLinks = issueLinks;
        this.imported = imported;
        this.batches = batches;
        this.setUp = setUp;
        this.reach = reach;
    }

    @PostMapping("/staff/{member}/link")
    @Allow(act = RenewLink.class)
    ResponseEntity<Page> renewLink(Actor.Office actor, CommandId id, @PathVariable UUID member) {
        var placed = reach.member(actor, member);
        var unit = placed.unit().id();
        return switch (acts.perform(actor, renewLink, new RenewLink.Command(id, member))) {
            case RenewLink.Outcome.Granted(var account) ->
                setUp.newLinkFor(account, id)
                        .map(link -> Answer.show(new LinkPage(placed.member().name(), unit, absolute(link))))
                        .orElseGet(() -> Answer.seeOther("/units/" + unit, Flash.info(SetUp.SPENT)));
            case RenewLink.Outcome.UnknownStaff() -> Answer.notFound();
            case RenewLink.Outcome.OnlyAdministrator() ->
                Answer.seeOther("/units/" + unit, Flash.info("本人已启用账号，或岗位须经授权，链接由系统管理员发"));
        };
    }

    @GetMapping("/imports/{batch}/links")
    @Allow(act = IssueLinks.class)
    Page links(Actor.Office actor, @PathVariable UUID batch) {
        return reach.read(
                actor,
                () -> batches.find(actor, batch)
                        .filter(one -> one.kind().equals("staff"))
                        .map(one -> new LinksPage(one, imported.count(actor, batch)))
                        .orElseThrow(StaffLinksController::notFound));
    }

    @PostMapping("/imports/{batch}/links")
    @Allow(act = IssueLinks.class)
    void issue(Actor.Office actor, CommandId id, @PathVariable UUID batch, HttpServletResponse response) {
        switch (acts.perform(actor, issueLinks, new IssueLinks.Command(id, batch))) {
            case IssueLinks.Outcome.Granted ignored -> send(actor, id, batch, response);
            case IssueLinks.Outcome.NotFound() -> throw notFound();
            case IssueLinks.Outcome.NobodyWaits() ->
                throw new ResponseStatusException(HttpStatus.CONFLICT, "这一批的账号都已启用，没有要发的链接");
        }
    }

    private void send(Actor.Office actor, CommandId id, UUID batch, HttpServletResponse response) {
        var heading = Heading.of("启用链接", List.of("单位", "姓名", "用户名", "启用链接（72 小时内有效，用过即失效）"));
        ListDownload.send(response, heading, row -> {
            for (var chunk = chunk(actor, batch, 0);
                    chunk.isPresent();
                    chunk = chunk(actor, batch, chunk.get().lastRow())) {
                for (var one : chunk.get().waiting()) {
                    var link = setUp.newLinkFor(one.account(), id)
                            .map(StaffLinksController::absolute)
                            .orElse(SetUp.SPENT);
                    row.of(List.of(one.unit(), one.name(), one.username(), link));
                }
            }
        });
    }

    private Optional<ImportedStaff.Chunk> chunk(Actor.Office actor, UUID batch, int after) {
        return reach.read(actor, () -> imported.after(actor, batch, after));
    }

    static String absolute(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
