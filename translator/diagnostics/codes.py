"""The table of codes. Codes are stable: tools, baselines and suppression comments name them.

T0xx are about suppressions, T1xx about files, T2xx about data, T3xx about code, T4xx are notes on
results, T9xx are faults of the translator; A1xx are assumptions.
"""

from __future__ import annotations

from translator.diagnostics.entry import CodeEntry


def _table(*entries: CodeEntry) -> dict[str, CodeEntry]:
    return {entry.code: entry for entry in entries}


_SUPPRESSIONS = _table(
    CodeEntry(
        "T001", "unused-suppression", "warning", "A suppression comment suppresses nothing",
        "The comment names a code that is not reported at its line any more.",
        "", "",
        "Delete the comment.",
        'df = df.sort_values("id")  # translate: ignore[T301] until there is a rule',
        'df = df.sort_values("id")', effort=0,
    ),
    CodeEntry(
        "T002", "suppression-without-reason", "warning", "A suppression comment without code or reason",
        "A suppression is a decision of a person, so it names what it suppresses and says why. This one "
        "suppresses nothing until it does.",
        "", "",
        "Write '# translate: ignore[CODE] reason'.",
        "df = df.convert_dtypes()  # translate: ignore",
        "df = df.convert_dtypes()  # translate: ignore[T301] 40 rows, stays on the driver", effort=0,
    ),
)  # fmt: skip

_FILES = _table(
    CodeEntry(
        "T101", "syntax-error", "error", "The file is not valid Python 3",
        "The parser stopped; the file is copied as it is.",
        "", "",
        "Convert Python 2 code with a tool such as 2to3 first, or fix the syntax error.",
        "print df.head()", "print(df.head())", effort=3,
    ),
    CodeEntry(
        "T102", "unreadable-file", "error", "The file could not be read",
        "Not text, a wrong encoding, a broken notebook, too large, or no permission. Other files are not affected.",
        "", "",
        "Repair the file, or leave it out with --exclude.", effort=1,
    ),
    CodeEntry(
        "T103", "unparsed-cell", "warning", "A notebook cell is not valid Python",
        "The cell is kept as it is; names that it may assign are treated as unknown.",
        "", "",
        "Fix the cell or delete it.", effort=1,
    ),
)  # fmt: skip

_DATA = _table(
    CodeEntry(
        "T201", "schema-not-known", "warning", "The columns and types of the data are not known",
        "A faithful translation depends on the column types: '+', comparisons and sums mean "
        "different things for text, numbers and missing values. The read stays pandas.",
        "looks at the data when it runs and picks a type for every column.",
        "plans before it sees data: the types have to be stated.",
        "Run with --data-root where the file lies, or give its columns with --schema.",
        'df = pd.read_csv("elsewhere.csv")',
        "# schema.json, for --schema schema.json\n"
        '{"elsewhere.csv": {"city": "str", "sales": "float64"}}', effort=1,
    ),
    CodeEntry(
        "T202", "type-not-supported", "warning", "A column has a type without a faithful Spark form",
        "Columns of mixed Python objects, lists, time zones or unsigned 64-bit numbers cannot "
        "be held in a Spark column with the same meaning. The data stays pandas.",
        "keeps any Python object in an object column.",
        "has one type for a whole column; a mixed one would turn into text or fail.",
        "Clean the column first, or drop it.",
        'df = pd.DataFrame({"v": [1, "two", None]})',
        'df = pd.DataFrame({"v": ["1", "two", None]})', effort=3,
    ),
    CodeEntry(
        "T203", "path-not-known", "warning", "The path is computed at run time",
        "Without the file its columns are not known, so the read stays pandas.",
        "opens whatever file the program names when it runs.",
        "needs the columns of the file when the plan is made.",
        "Use a constant path or give the columns with --schema.",
        'df = pd.read_csv(input("file: "))', 'df = pd.read_csv("daily.csv")', effort=1,
    ),
    CodeEntry(
        "T204", "pickled-data", "warning", "Data are kept in a pickle",
        "A pickle runs code when it is loaded, can be read by Python only, and often by no other version "
        "of pandas. Reported by 'translate check --only T204' and its hook.",
        "stores the object with all that belongs to it.",
        "cannot read pickles; a table has to be stored as Parquet or Delta.",
        "Write a table format: to_parquet in pandas, saveAsTable in Spark.",
        'df.to_pickle("daily.pkl")', 'df.to_parquet("daily.parquet")', effort=3,
    ),
    CodeEntry(
        "T205", "file-changes-later", "warning", "The program changes a file that it has read",
        "What was read has to stay as it was, so pandas reads the file at once and hands the rows to Spark.",
        "has the rows in memory from the moment of the read.",
        "reads a file when a result is asked for, which may be after the change.",
        "Write to another path, or to a table.",
        'df = pd.read_csv("daily.csv")\ndf.dropna().to_csv("daily.csv", index=False)',
        'df = pd.read_csv("daily.csv")\ndf.dropna().to_csv("complete.csv", index=False)', effort=1,
    ),
    CodeEntry(
        "T206", "password-in-program", "warning", "The program's text holds a password",
        "The translation asks the program's own connection for it and copies it nowhere; the text still shows it.",
        "is given the connection that the program makes.",
        "is given the address and login of that connection when the program runs.",
        "Take it from the environment or a secret store.",
        'engine = create_engine("postgresql://ann:secret@db/shop")\ndf = pd.read_sql("SELECT * FROM sales", engine)',
        'engine = create_engine(os.environ["SHOP"])\ndf = pd.read_sql("SELECT * FROM sales", engine)', effort=1,
    ),
)  # fmt: skip

_CALLS = _table(
    CodeEntry(
        "T301", "not-yet", "warning", "There is no rule for this call yet",
        "The call runs as pandas behind a bridge: the rows are brought to the driver for it.",
        "has hundreds of methods, many of them rarely used.",
        "has no method of the same meaning, or its faithful form has not been proven yet.",
        "Rewrite the call with methods that have a rule ('translate coverage' lists them), or add a rule.",
        'df["v"] = df["v"].convert_dtypes()',
        'df["v"] = df["v"].astype("Int64")  # the type that is meant', effort=3,
    ),
    CodeEntry(
        "T302", "never", "warning", "The call has no distributed form",
        "It needs the whole table in one process, a person at a screen, or state on one machine.",
        "works on one table in the memory of one process.",
        "holds the rows on many machines, none of which sees all of them.",
        "Keep it on the driver after the data has been made small, or remove it.",
        "df.to_clipboard()", 'df.to_csv("result.csv")', effort=3,
    ),
    CodeEntry(
        "T310", "argument-not-supported", "warning", "An argument is not honoured by the rule",
        "The rule mirrors only the arguments for which it gives pandas' answer.",
        "has many arguments for each method.",
        "has an equivalent for some of them only.",
        "Leave the argument out if its effect is not needed, else do its work in a step of its own.",
        'df = pd.read_csv("daily.csv", converters={"city": str.strip})',
        'df = pd.read_csv("daily.csv")\ndf["city"] = df["city"].str.strip()', effort=1,
    ),
    CodeEntry(
        "T311", "value-not-known", "warning", "A value must be known at translation time",
        "Column names, orders and modes decide what is emitted; this one is computed at run time.",
        "decides when it runs.",
        "needs column names and types when the plan is made.",
        "Use a constant.",
        'df.sort_values(sys.argv[1])', 'df.sort_values("day")', effort=1,
    ),
    CodeEntry(
        "T312", "type-not-handled", "warning", "The rule does not handle this type",
        "The form that is right for this column type is not known or does not exist.",
        "tries each value's own operators and converts on the way.",
        "casts by other rules, and fails or gives null where pandas would convert.",
        "Cast the column to the type that is meant first.",
        'df["code"] + 1', 'df["code"].astype("int64") + 1', effort=1,
    ),
    CodeEntry(
        "T313", "alignment", "warning", "Two objects would be aligned by index",
        "pandas matches rows by label; these rows do not come from the same frame.",
        "looks up every row's partner by its label, and fills with NaN where there is none.",
        "has no labels: columns of two frames meet only in a join on a key.",
        "Join the frames on a key instead.",
        'df["text"] = df["city"].str.cat(prices["item"])',
        'df = df.merge(prices[["id", "item"]], on="id", how="left")\ndf["text"] = df["city"].str.cat(df["item"])', effort=5,
    ),
    CodeEntry(
        "T314", "column-unknown", "warning", "The column does not exist in the known schema",
        "pandas would raise, or the schema at hand is not the real one.",
        "raises KeyError.",
        "raises when the plan is analysed.",
        "Check the name, or give the real columns with --schema.",
        'df["prcie"]', 'df["price"]', effort=1,
    ),
)  # fmt: skip

_FORMS = _table(
    CodeEntry(
        "T315", "frame-on-driver", "note", "The rows are brought to the driver",
        "A driver library or Python code reads the whole object.",
        "has all rows in memory anyway.",
        "has to collect them from the executors into one process, whose memory may not suffice.",
        "Aggregate or limit it first where the data is large.",
        'plt.plot(df["day"], df["sales"])',
        'daily = df.groupby("day", as_index=False)["sales"].sum()\nplt.plot(daily["day"], daily["sales"])', effort=1,
    ),
    CodeEntry(
        "T316", "order-or-index", "warning", "The row order or index is not known here",
        "The call depends on row positions or labels that cannot be rebuilt.",
        "keeps every row at a position and under a label.",
        "has no row order and no labels.",
        "Sort by columns, or make the label a column with reset_index, before the call.",
        'labelled = df.set_index("city")\nlabelled.loc["b":"a"]', 'df[df["city"].between("a", "b")]', effort=3,
    ),
    CodeEntry(
        "T317", "shapes-differ", "warning", "The code would come out differently each time it runs",
        "A function or loop body meets frames of different shapes, so one text cannot serve all.",
        "asks each object what it is when it runs.",
        "needs one plan, with columns known, for each piece of code.",
        "Split the function, one for each kind of frame.",
        "for df in (orders, customers):\n    df[\"key\"] = df.iloc[:, 0]",
        'orders["key"] = orders["order_id"]\ncustomers["key"] = customers["customer_id"]', effort=5,
    ),
    CodeEntry(
        "T318", "statement-not-supported", "warning", "This statement form is not translated",
        "The statement changes a frame in a way without a faithful Spark form.",
        "changes objects in place, seen by everybody who holds them.",
        "has frames that never change; a change is a new frame.",
        "Assign the result to a name instead of changing the object in place.",
        'cleaned = df.fillna(0, inplace=True) or df', "cleaned = df.fillna(0)", effort=3,
    ),
    CodeEntry(
        "T319", "class-stays-pandas", "warning", "The objects of a class stay pandas",
        "The methods of a class are translated as functions are, where every use of its objects can be followed: "
        "a call of the class, its methods and its attributes. One use that cannot keeps the whole class as it was.",
        "looks an attribute up when it is used, whoever set it to whatever.",
        "needs to know at each place whether an attribute holds a Spark frame.",
        "Give other code the frame that it needs instead of the object that holds it.",
        "loader = Loader()\nexport(loader)", "loader = Loader()\nexport(loader.df)", effort=3,
    ),
)  # fmt: skip

_NOTES = _table(
    CodeEntry(
        "T401", "tie-order", "note", "Equal sort keys have no defined order in pandas",
        "pandas' default sort is not stable; the translation keeps the earlier row first.",
        "sorts with quicksort, which may swap rows with equal keys.",
        "sorts partitions and merges them, in another order of ties.",
        "Add a key that breaks ties.",
        'df.sort_values("day")', 'df.sort_values(["day", "id"])', effort=0,
    ),
    CodeEntry(
        "T402", "unpartitioned-window", "note", "A window without partition runs in one task",
        "Row numbers over the whole frame need all rows in one place.",
        "numbers rows in memory.",
        "moves all rows to one task.",
        "Partition where possible.",
        'df["total"] = df["sales"].cumsum()', 'df["total"] = df.groupby("store")["sales"].cumsum()', effort=1,
    ),
    CodeEntry(
        "T403", "not-comparable", "note", "The result cannot be equal",
        "Random draws or the clock decide it.",
        "draws from numpy's generator.",
        "draws from a generator of its own, partition by partition.",
        "Expect other draws with the same distribution; seeded results differ between the engines.",
        "df.sample(2, random_state=1)", 'df.sort_values("id").head(2)', effort=0,
    ),
    CodeEntry(
        "T901", "internal-error", "error", "The translator failed on this code",
        "A fault of the translator; the code is left as it was.",
        "", "",
        "Report it, with the smallest code that shows it; leave the file out with --exclude until then.", effort=1,
    ),
)  # fmt: skip

CODES: dict[str, CodeEntry] = _SUPPRESSIONS | _FILES | _DATA | _CALLS | _FORMS | _NOTES

ASSUMPTIONS: dict[str, str] = {
    "A101": "file order is row order",
    "A102": "join keys have no missing values",
    "A103": "the file keeps the columns and types that it had at translation time, and misses values where it did then",
    "A104": "index labels are unique",
    "A105": "text columns hold text or missing values only",
    "A106": "a function that raises for missing values does not get any, as in the data at hand",
    "A107": "a function that gives whole numbers and floats gives a float for some row",
    "A108": "dates are written as they were at translation time",
    "A109": "there is a row to group or loop over, as what is called or recorded for each has another shape without any",
    "A110": "whole numbers are floats, because some were missing, where they are so in the data at hand",
    "A111": "a function of cells, rows or groups gets one, as without any its result keeps the type that it worked on",
    "A112": "a column over whose values a loop goes one by one has no missing ones, as in the data at hand",
    "A113": "numbers are not so large that pandas and Spark overflow differently, as in the data at hand",
    "A114": "there are as many rows as are drawn",
    "A115": "a function that stays Python gets no missing values, as in the data at hand, so its results have one type",
    "A116": "keys that become columns have the values that they have in the data at hand, which the program checks",
    "A118": "an inner join some of whose rows meet several has not by chance as many rows as its left side, "
            "for which pandas mixes them up",
    "A119": "the labels of an index of dates have times of day where they have some in the data at hand",
    "A120": "a year, quarter, month or day that stands for rows does not lie before or after all labels of a sorted index, "
            "where pandas would raise",
    "A121": "values are such as pandas converts: for others it raises at once, Spark only where somebody reads the result",
}
