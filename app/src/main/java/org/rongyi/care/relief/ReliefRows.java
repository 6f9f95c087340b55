package org.rongyi.care.relief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Facts;

/** The columns the tables of this room have in common, read. */
public final class ReliefRows {

    private ReliefRows() {}

    /** 入户核查; none before it was made. */
    public static Facts.@Nullable Check check(ResultSet row) throws SQLException {
        var on = row.getObject("check_on", LocalDate.class);
        return on == null ? null : new Facts.Check(on, List.of(strings(row, "check_visitors")));
    }

    /** 户籍在本省吗, as who checked the papers said. */
    public static Facts.@Nullable Known registered(ResultSet row) throws SQLException {
        var said = row.getString("registered");
        return said == null ? null : Facts.Known.valueOf(said);
    }

    /** Empty where there is no array. */
    public static String[] strings(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? new String[0] : (String[]) array.getArray();
    }
}
