package org.rongyi.career.reception.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.Papers;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.allowance.Allowances;
import org.rongyi.career.reception.ending.Endings.Ending;
import org.rongyi.career.reception.rule.PlacementRule;
import org.rongyi.career.reception.scoring.Comparison;
import org.rongyi.career.reception.scoring.Reopenings;
import org.rongyi.career.reception.scoring.ScoreObjections;
import org.rongyi.career.reception.scoring.Scores;
import org.rongyi.career.reception.scoring.web.ScoreDesk;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.part.Fact;

/** 我的移交安置: what the office has recorded of him, what runs, what he scores and why; he may object while that is on notice. */
public record OwnReceptionPage(List<Own> receptions, Typed typed, FieldErrors errors) implements Page {

    /** One of them; there is seldom more than one. */
    public record Own(
            Reception reception,
            List<Fact> facts,
            List<String> terms,
            List<PlacementRule.Point> points,
            List<Papers.Piece> missing,
            Scores.Standing standing,
            List<ScoreDesk.Line> score,
            List<ScoreObjections.Objection> objections,
            boolean mayObject,
            List<Reopenings.Reopening> reopenings,
            List<Allowances.Month> allowance,
            @Nullable Ending ending,
            boolean mayObjectToEnd) {

        public String endPath() {
            return "/me/receptions/" + reception.id() + "/ending-objection";
        }

        /** Where he can reckon for himself before anybody has settled it, with the days that are known. */
        public String reckonPath() {
            return "/score?table=%s&enlisted=%s&discharged=%s"
                    .formatted(reception.table(), reception.enlisted(), reception.discharged());
        }

        public String total() {
            var total = standing.total();
            return total == null ? "" : Comparison.plain(total) + " 分";
        }

        /** What became of a score that was found wrong. */
        public String words(Reopenings.Reopening one) {
            return "凭" + one.paper() + "：" + one.reason() + "（" + one.by() + "）";
        }

        public String objectPath() {
            return "/me/receptions/" + reception.id() + "/objection";
        }
    }

    @Override
    public String title() {
        return "我的移交安置";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("我的档案", "/me"));
    }
}
