import click
import pandas as pd


@click.command()
@click.option("--least", default=2)
def show(least):
    df = pd.DataFrame({"n": [1, 2, 3]})
    print(df[df["n"] >= least])


# called in a way that is not followed
show(["--least", "3"], standalone_mode=False)
# output
import click
import pandas as pd


@click.command()
@click.option("--least", default=2)
def show(least):
    df = pd.DataFrame({"n": [1, 2, 3]})
    print(df[df["n"] >= least])


# called in a way that is not followed
show(["--least", "3"], standalone_mode=False)
