from alpha import A
import alpha

three = A("beta.three")
shared = alpha.one
