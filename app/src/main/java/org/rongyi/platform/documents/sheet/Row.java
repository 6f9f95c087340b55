package org.rongyi.platform.documents.sheet;

import java.util.List;

/**
 * A row of an upload.
 *
 * @param number as the person sees it in Excel, from 1
 * @param merged some cell of the row belongs to a merged range, so that values may stand in another row
 * @param cells from column A on; trailing blanks may be absent
 */
public record Row(int number, boolean merged, List<Cell> cells) {

    public static final String MERGED = "该行有合并单元格，请取消合并后逐格填写";

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell of a column, from 0; blank when the row is shorter. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    public List<String> texts() {
        return cells.stream().map(Cell::text).toList();
    }
}
