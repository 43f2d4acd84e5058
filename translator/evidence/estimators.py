"""What is known of scikit-learn's estimators: which score each row by itself, and what type they give.

A model whose answer for a row depends on the other rows of the call could not score rows in parts;
those named here do not look at them once they are fitted. Pipelines are known when all their steps are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from translator.frames.dtypes import DType
from translator.frames.values import Column, Const, Elements, Local, Value


@dataclass(frozen=True)
class Estimator:
    """A model of the program.

    Attributes:
        name: its class, or for a pipeline that of its last step.
        target: the type of what it was fitted to, where that is known.
    """

    name: str
    target: DType | None = None

    def result(self, method: str) -> DType | None:
        """The type of what a method gives for each row; None where that is not known."""
        if method == "predict_proba":
            return "float64" if self.name in CLASSIFIERS else None
        if self.name in REGRESSORS:
            return "float64"
        return self.target if self.name in CLASSIFIERS else None


def _listed(**modules: str) -> frozenset[str]:
    return frozenset(f"sklearn.{module}.{name}" for module, names in modules.items() for name in names.split())


REGRESSORS = _listed(
    linear_model="LinearRegression Ridge RidgeCV Lasso LassoCV ElasticNet ElasticNetCV HuberRegressor BayesianRidge "
                 "ARDRegression SGDRegressor PoissonRegressor GammaRegressor TweedieRegressor QuantileRegressor Lars "
                 "LassoLars TheilSenRegressor RANSACRegressor",
    ensemble="RandomForestRegressor ExtraTreesRegressor GradientBoostingRegressor HistGradientBoostingRegressor "
             "BaggingRegressor AdaBoostRegressor",
    tree="DecisionTreeRegressor ExtraTreeRegressor",
    svm="SVR LinearSVR NuSVR",
    neighbors="KNeighborsRegressor",
    neural_network="MLPRegressor",
)  # fmt: skip
CLASSIFIERS = _listed(
    linear_model="LogisticRegression LogisticRegressionCV SGDClassifier RidgeClassifier",
    ensemble="RandomForestClassifier ExtraTreesClassifier GradientBoostingClassifier HistGradientBoostingClassifier "
             "BaggingClassifier AdaBoostClassifier",
    tree="DecisionTreeClassifier ExtraTreeClassifier",
    svm="SVC LinearSVC NuSVC",
    neighbors="KNeighborsClassifier",
    naive_bayes="GaussianNB BernoulliNB MultinomialNB",
    neural_network="MLPClassifier",
    discriminant_analysis="LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis",
)  # fmt: skip
TRANSFORMERS = _listed(
    preprocessing="StandardScaler MinMaxScaler RobustScaler MaxAbsScaler Normalizer OneHotEncoder OrdinalEncoder "
                  "PolynomialFeatures PowerTransformer QuantileTransformer KBinsDiscretizer Binarizer",
    impute="SimpleImputer",
    decomposition="PCA TruncatedSVD",
    feature_selection="SelectKBest VarianceThreshold",
    compose="ColumnTransformer",
)  # fmt: skip
LABEL_ENCODER = "sklearn.preprocessing.LabelEncoder"
SEARCHES = _listed(model_selection="GridSearchCV RandomizedSearchCV")
LISTS = frozenset({"sklearn.pipeline.Pipeline", "sklearn.compose.ColumnTransformer"})
"""What is made of a list of named steps."""

SERIES = frozenset({"sklearn.pipeline.make_pipeline", "sklearn.compose.make_column_transformer"})
"""What is made of steps one after the other."""


def made(name: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Estimator | None:
    """The estimator that a call of a class or function of scikit-learn makes."""
    if name in LISTS or name in SERIES:
        given = args[0] if args else kwargs.get("steps") or kwargs.get("transformers")
        listed = given.items if name in LISTS and isinstance(given, Elements) else () if name in LISTS else tuple(args)
        return _joined("compose" in name, [_step(item) for item in listed])
    if name in SEARCHES:
        inner = args[0] if args else kwargs.get("estimator")
        return inner.model if isinstance(inner, Local) and isinstance(inner.model, Estimator) else None
    return Estimator(name) if name in REGRESSORS | CLASSIFIERS | TRANSFORMERS | {LABEL_ENCODER} else None


def _step(value: Value) -> Estimator | str | None:
    """The estimator in ``("name", estimator, columns)``, or a word that stands for one."""
    parts = value.items if isinstance(value, Elements) and value.kind == "tuple" else (value,)
    found = [p.model for p in parts if isinstance(p, Local) and isinstance(p.model, Estimator)]
    if found:
        return found[0] if len(found) == 1 else None
    words = {p.value for p in parts if isinstance(p, Const) and isinstance(p.value, str)}
    return next(iter(words & {"passthrough", "drop"}), None)


def _joined(beside: bool, steps: Sequence[Estimator | str | None]) -> Estimator | None:
    """A pipeline of steps, or transformers beside each other."""
    if not steps or None in steps:
        return None
    known = [step for step in steps if isinstance(step, Estimator)]
    first = known if beside else known[:-1]
    if not known or any(step.name not in TRANSFORMERS for step in first):
        return None
    return Estimator("sklearn.compose.ColumnTransformer") if beside else known[-1]


def fitted(model: Estimator, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Estimator:
    """The estimator once ``fit(features, target)`` was called."""
    target = args[1] if len(args) > 1 else kwargs.get("y")
    return replace(model, target=target.dtype if isinstance(target, Column) else None)
