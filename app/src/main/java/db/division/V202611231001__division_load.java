package db.division;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.rongyi.platform.division.change.EditionLoad;

/** 载入区划: all divisions of 2019 to 2023 as dated history. Flyway reads version and description from the class name. */
public class V202611231001__division_load extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        EditionLoad.into(context.getConnection());
    }
}
