package org.rongyi.career.campaign.candidate.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.list.CandidateList;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 参加人名单: searched, by pages, and whole for Excel and for paper. */
@Controller
class CandidateListController {

    private static final List<String> COLUMNS = List.of("姓名", "代号", "得分", "档案分", "最先选、优先的依据", "依据核对", "安置地");

    private final CandidateList list;
    private final Candidates candidates;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    CandidateListController(
            CandidateList list,
            Candidates candidates,
            ListFile file,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.list = list;
        this.candidates = candidates;
        this.file = file;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    /** The list as it stands in the address. */
    record Query(String q, String kind, String order) {

        CandidateList.Filter filter() {
            var which = Arrays.stream(CandidateList.CandidateGroup.values())
                    .filter(one -> one.name().equals(kind))
                    .findFirst();
            return new CandidateList.Filter(q.strip(), which.orElse(null), order.equals("name"));
        }
    }

    @GetMapping("/campaigns/{campaign}/candidates")
    @Allow(act = DraftCampaign.class)
    Page list(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String after) {
        var filter = new Query(q, kind, order).filter();
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var slice = list.page(campaign, filter, after);
            return new CandidatesPage(
                    one, slice.rows(), filter, candidates.count(campaign), slice.next(), desk.mayAct(one, actor));
        });
    }

    @GetMapping({"/campaigns/{campaign}/candidates/export.xlsx", "/campaigns/{campaign}/candidates/print"})
    @Allow(act = DraftCampaign.class)
    void export(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String order,
            HttpServletResponse response) {
        var one = transactions.read(actor, () -> desk.require(campaign, actor));
        var filter = new Query(q, kind, order).filter();
        var which = filter.which();
        var said = new Conditions().and("查找", filter.text()).when(which != null, which == null ? "" : which.zh());
        file.send(
                actor,
                response,
                one,
                new ListFile.Sheet("参加人", COLUMNS, said),
                row -> list.each(campaign, filter, who -> row.of(cells(one, who))));
    }

    private List<Object> cells(CampaignRecord campaign, Candidate who) {
        var note = CandidatesPage.note(who);
        var score = who.score();
        return List.of(
                who.name(),
                who.pseudonym(),
                CandidatesPage.score(campaign, who),
                score == null ? "" : score,
                note,
                note.isEmpty() ? "" : who.groundsChecked() ? "已核对" : "等另一位同事核对",
                divisions.fullName(who.home()));
    }
}
