package org.rongyi.career.reception.scoring.web;

import java.util.List;
import org.rongyi.career.reception.scoring.Scores;
import org.rongyi.career.reception.scoring.ScoringState;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 待核的评分: what waits for a second person, for the city, or for an answer. */
public record ScoresPage(List<Scores.Waiting> rows) implements Page {

    @Override
    public String title() {
        return "待核的评分";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交接收", "/receptions"));
    }

    public String what(Scores.Waiting row) {
        if (row.objected()) {
            return "本人有异议，等答复";
        }
        return row.state() == ScoringState.ENTERING ? "得分有错，等重新录入" : row.state().zh();
    }
}
