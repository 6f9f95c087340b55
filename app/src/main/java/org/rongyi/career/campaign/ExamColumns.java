package org.rongyi.career.campaign;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exam of a campaign, out of the row it is read in. */
final class ExamColumns {

    private ExamColumns() {}

    static @Nullable ExamPlan read(ResultSet row) throws SQLException {
        var names = row.getArray("exam_subjects");
        if (names == null) {
            return null;
        }
        var subjects = (String[]) names.getArray();
        var fulls = (Integer[]) row.getArray("exam_fulls").getArray();
        var weights = (BigDecimal[]) row.getArray("exam_weights").getArray();
        var all = new ArrayList<ExamPlan.Subject>();
        for (int i = 0; i < subjects.length; i++) {
            all.add(new ExamPlan.Subject(subjects[i], fulls[i], weights[i]));
        }
        return new ExamPlan(
                row.getString("exam_for"),
                row.getBigDecimal("exam_file_weight"),
                all,
                instant(row, "exam_opens"),
                instant(row, "exam_closes"),
                instant(row, "exam_sits"),
                row.getString("exam_place"),
                row.getString("exam_source"),
                row.getBoolean("exam_issue_in_text"),
                row.getInt("exam_difference"),
                row.getInt("exam_review_days"),
                row.getObject("exam_settled", OffsetDateTime.class) != null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The points of each subject; none before they stand. */
    static @Nullable List<BigDecimal> points(ResultSet row) throws SQLException {
        var points = row.getArray("exam_points");
        return points == null ? null : Arrays.asList((BigDecimal[]) points.getArray());
    }
}
