package org.rongyi.network.organisation.web;

import java.util.List;
import org.rongyi.network.organisation.UnfinishedWork;
import org.rongyi.platform.ui.field.Option;

/**
 * 没办完的事 of somebody who leaves a post, and what can become of it.
 *
 * @param options colleagues in office, and the choice to drop it
 */
public record RestOfWork(List<UnfinishedWork.Piece> pieces, List<Option> options, String chosen) {

    static final String DROP = "drop";
    static final RestOfWork NONE = new RestOfWork(List.of(), List.of(), "");

    public RestOfWork {
        pieces = List.copyOf(pieces);
        options = List.copyOf(options);
    }
}
