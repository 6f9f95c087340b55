package org.rongyi.insight.figures;

import java.util.List;
import org.rongyi.platform.database.RestoredCheck;
import org.springframework.stereotype.Component;

/** The figures of a restored installation, counted again from its records. */
@Component
class RestoredFigures implements RestoredCheck {

    private final Recount recount;

    RestoredFigures(Recount recount) {
        this.recount = recount;
    }

    @Override
    public String name() {
        return "数据复核";
    }

    @Override
    public List<String> findings() {
        return recount.run().stream().map(Object::toString).toList();
    }
}
